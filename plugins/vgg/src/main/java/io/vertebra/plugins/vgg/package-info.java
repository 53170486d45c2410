/** VGG (Simonyan and Zisserman, Very Deep Convolutional Networks, 2015). */
package io.vertebra.plugins.vgg;
