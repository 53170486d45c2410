/** AlexNet (Krizhevsky, One weird trick for parallelizing convolutional neural networks, 2014). */
package io.vertebra.plugins.alexnet;
