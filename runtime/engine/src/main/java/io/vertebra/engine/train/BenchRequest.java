package io.vertebra.engine.train;

/**
 * What is timed.
 *
 * @param imageSize the side of synthetic images in pixels; 0 for the training data of the config
 * @param warmUp iterations before those that count
 * @param iterations iterations that count
 */
public record BenchRequest(int imageSize, int warmUp, int iterations) {
  /** Checks that there is something to time. */
  public BenchRequest {
    if (imageSize < 0 || warmUp < 0 || iterations < 1) {
      throw new IllegalArgumentException(
          "the size of images is %d, warm-up has %d iterations and %d count: the first two must be at least 0, the last at least 1"
              .formatted(imageSize, warmUp, iterations));
    }
  }
}
