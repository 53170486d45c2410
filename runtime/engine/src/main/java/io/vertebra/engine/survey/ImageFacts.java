package io.vertebra.engine.survey;

import io.vertebra.api.data.Target;

/**
 * What is found of one image.
 *
 * @param index its index in the data set
 * @param name its name
 * @param target what is known of it
 * @param digest what only images of the same bytes have in common
 * @param height its rows as stored
 * @param width its columns as stored
 */
public record ImageFacts(
    int index, String name, Target target, String digest, int height, int width) {
  /** The same image with another target. */
  ImageFacts withTarget(Target other) {
    return new ImageFacts(index, name, other, digest, height, width);
  }

  /**
   * The shorter side.
   *
   * @return pixels
   */
  public int shorterSide() {
    return Math.min(height, width);
  }
}
