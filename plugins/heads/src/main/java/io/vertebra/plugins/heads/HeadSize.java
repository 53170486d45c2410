package io.vertebra.plugins.heads;

/**
 * The size of a head with layers of its own.
 *
 * @param inChannels channels of the last feature
 * @param numClasses classes of the logits
 */
record HeadSize(int inChannels, int numClasses) {}
