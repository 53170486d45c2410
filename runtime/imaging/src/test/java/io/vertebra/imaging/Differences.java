package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/**
 * How far two pictures are apart.
 *
 * @param largest the largest difference of two values
 * @param share the part of the values that differ, 0 to 1
 */
record Differences(int largest, double share) {
  /** Compares two pictures, which must have one size. */
  static Differences between(ImageBuffer actual, ImageBuffer expected) {
    assertThat(actual).hasToString(expected.toString());
    ByteBuffer left = actual.pixels();
    ByteBuffer right = expected.pixels();
    int largest = 0;
    double differing = 0;
    for (int i = 0; i < left.limit(); i++) {
      int difference = Math.abs((left.get(i) & 0xff) - (right.get(i) & 0xff));
      largest = Math.max(largest, difference);
      differing += difference == 0 ? 0 : 1;
    }
    return new Differences(largest, differing / left.limit());
  }
}
