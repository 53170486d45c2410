package io.vertebra.nn;

/**
 * Settings of a residual branch of a transformer.
 *
 * @param dropRate the chance of each of its values to be dropped
 * @param dropPathRate the chance of the branch to be left out for a sample
 * @param layerScale what its output is multiplied by at first, each feature by a number of its own;
 *     0 for no such numbers
 */
public record BranchSettings(double dropRate, double dropPathRate, double layerScale) {}
