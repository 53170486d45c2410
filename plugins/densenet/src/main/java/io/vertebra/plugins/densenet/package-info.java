/** DenseNet (Huang et al., Densely Connected Convolutional Networks, 2017). */
package io.vertebra.plugins.densenet;
