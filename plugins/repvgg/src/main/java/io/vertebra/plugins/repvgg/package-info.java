/** RepVGG (Ding et al., RepVGG: Making VGG-style ConvNets Great Again, 2021). */
package io.vertebra.plugins.repvgg;
