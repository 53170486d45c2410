/** Mixes of the samples of a batch, with MMPretrain's names and timm's mix of each sample. */
package io.vertebra.plugins.batchaugments;
