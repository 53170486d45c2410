/** ResNet (He et al., Deep Residual Learning for Image Recognition, 2016) and refinements. */
package io.vertebra.plugins.resnet;
