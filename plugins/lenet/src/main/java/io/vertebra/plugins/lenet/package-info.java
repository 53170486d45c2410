/** LeNet-5 (LeCun et al., Gradient-based learning applied to document recognition, 1998). */
package io.vertebra.plugins.lenet;
