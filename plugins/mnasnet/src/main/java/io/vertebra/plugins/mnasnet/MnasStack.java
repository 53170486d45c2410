package io.vertebra.plugins.mnasnet;

/**
 * Blocks of one kind.
 *
 * @param channels channels before they are widened
 * @param kernel height and width of the window
 * @param stride that of the first block
 * @param expansion how much wider blocks are within
 * @param blocks how many
 */
record MnasStack(int channels, int kernel, int stride, int expansion, int blocks) {}
