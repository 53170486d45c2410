package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.testkit.golden.GoldenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;

/**
 * Golden pictures.
 *
 * @param file the figures that name them
 */
public record GoldenPictures(GoldenFile file) {
  public ImageBuffer picture(ImageOps ops, String name, ColorType type) throws IOException {
    return ops.decode(Files.readAllBytes(file.sibling(name)), name, type);
  }

  /** Checks that values differ by at most so much, and at most such a share of them at all. */
  public static void assertClose(
      ImageBuffer actual, ImageBuffer expected, int largest, double share) {
    assertThat(actual).hasToString(expected.toString());
    ByteBuffer left = actual.pixels();
    ByteBuffer right = expected.pixels();
    double differing = 0;
    for (int i = 0; i < left.limit(); i++) {
      int difference = Math.abs((left.get(i) & 0xff) - (right.get(i) & 0xff));
      assertThat(difference).as("value %d", i).isLessThanOrEqualTo(largest);
      differing += difference == 0 ? 0 : 1;
    }
    assertThat(differing / left.limit()).as("share of differences").isLessThanOrEqualTo(share);
  }
}
