package io.vertebra.plugins.regnet;

/**
 * A stage of a RegNet.
 *
 * @param width channels without blocks
 * @param inner channels within blocks
 * @param groups groups of the 3 x 3 convolutions
 * @param blocks how many blocks
 */
record RegNetStage(int width, int inner, int groups, int blocks) {}
