package io.vertebra.engine.train;

/**
 * What a test found of one image.
 *
 * @param image its name
 * @param label the index of its class
 * @param scores the score of each class
 */
public record ImageResult(String image, int label, float[] scores) {}
