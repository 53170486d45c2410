/** ConvNeXt (Liu et al., A ConvNet for the 2020s, 2022) and ConvNeXt V2 (Woo et al., 2023). */
package io.vertebra.plugins.convnext;
