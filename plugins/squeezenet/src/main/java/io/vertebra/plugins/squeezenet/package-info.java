/** SqueezeNet (Iandola et al., 2016), with the names of torchvision. */
package io.vertebra.plugins.squeezenet;
