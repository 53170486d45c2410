/** Norms and activations, under the names that MMCV has for them. */
package io.vertebra.plugins.layers;
