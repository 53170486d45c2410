/** MnasNet (Tan et al., 2019), with the names of torchvision. */
package io.vertebra.plugins.mnasnet;
