/** ResNeXt (Xie et al., Aggregated Residual Transformations for Deep Neural Networks, 2017). */
package io.vertebra.plugins.resnext;
