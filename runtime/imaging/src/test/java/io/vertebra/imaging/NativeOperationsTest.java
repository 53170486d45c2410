package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The native library takes over in the middle of a run, so it must give the values that Java gives.
 */
final class NativeOperationsTest {
  private final BufferPool pool = new BufferPool(1 << 20);
  private final HostImageOps java = Fixtures.withoutNative(pool);
  private final HostImageOps ops = Fixtures.withNative(pool);
  private final SplittableRandom random = new SplittableRandom(7);

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.live()).isZero();
  }

  private ImageBuffer noise() {
    int channels = random.nextBoolean() ? 1 : 3;
    ImageBuffer image = java.allocate(random.nextInt(1, 90), random.nextInt(1, 90), channels);
    byte[] values = new byte[image.pixels().limit()];
    random.nextBytes(values);
    image.pixels().put(values);
    return image;
  }

  private static void assertEqual(ImageBuffer actual, ImageBuffer expected) {
    assertThat(Differences.between(actual, expected).largest()).as("%s", actual).isZero();
  }

  @Test
  void resizesToAnySize() {
    for (int i = 0; i < 300; i++) {
      int height = random.nextInt(1, 120);
      int width = random.nextInt(1, 120);
      try (ImageBuffer image = noise();
          ImageBuffer actual = bilinear(ops, image, height, width);
          ImageBuffer expected = bilinear(java, image, height, width)) {
        assertEqual(actual, expected);
      }
    }
  }

  @Test
  void resizesToHalfAndToTheSameSize() {
    for (int i = 0; i < 20; i++) {
      try (ImageBuffer image = noise();
          ImageBuffer twice = bilinear(java, image, 2 * image.height(), 2 * image.width());
          ImageBuffer half = bilinear(ops, twice, image.height(), image.width());
          ImageBuffer expected = bilinear(java, twice, image.height(), image.width());
          ImageBuffer same = bilinear(ops, image, image.height(), image.width())) {
        assertEqual(half, expected);
        assertEqual(same, image);
      }
    }
  }

  private static ImageBuffer bilinear(HostImageOps by, ImageBuffer image, int height, int width) {
    return by.resize(image, height, width, Interpolation.BILINEAR, ResizeBackend.CV2);
  }

  @Test
  void mirrorsInAllDirections() {
    for (FlipDirection direction : FlipDirection.values()) {
      for (int i = 0; i < 20; i++) {
        try (ImageBuffer image = noise();
            ImageBuffer actual = ops.flip(image, direction);
            ImageBuffer expected = java.flip(image, direction)) {
          assertEqual(actual, expected);
        }
      }
    }
  }
}
