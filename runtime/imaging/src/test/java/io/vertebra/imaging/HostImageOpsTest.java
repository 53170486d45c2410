package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HostImageOpsTest {
  private final BufferPool pool = new BufferPool(1 << 20);
  private final HostImageOps ops = new HostImageOps(pool, HostImageOps.DEFAULT_MAX_PIXELS);

  @AfterEach
  void nothingLeaks() {
    assertThat(pool.live()).isZero();
  }

  private ImageBuffer grey(int height, int width, int... values) {
    ImageBuffer image = ops.allocate(height, width, 1);
    for (int i = 0; i < values.length; i++) {
      image.pixels().put(i, (byte) values[i]);
    }
    return image;
  }

  private static byte[] values(ImageBuffer image) {
    byte[] values = new byte[image.pixels().remaining()];
    image.pixels().get(values);
    return values;
  }

  @Test
  void cropsAndMirrorsGreyPictures() {
    try (ImageBuffer image = grey(2, 3, 1, 2, 3, 4, 5, 6);
        ImageBuffer part = ops.crop(image, 1, 1, 1, 2);
        ImageBuffer horizontal = ops.flip(image, FlipDirection.HORIZONTAL);
        ImageBuffer vertical = ops.flip(image, FlipDirection.VERTICAL);
        ImageBuffer diagonal = ops.flip(image, FlipDirection.DIAGONAL)) {
      assertThat(values(part)).containsExactly(5, 6);
      assertThat(values(horizontal)).containsExactly(3, 2, 1, 6, 5, 4);
      assertThat(values(vertical)).containsExactly(4, 5, 6, 1, 2, 3);
      assertThat(values(diagonal)).containsExactly(6, 5, 4, 3, 2, 1);
    }
  }

  @Test
  void everyRuleGrowsAndShrinksASinglePixel() {
    for (ResizeBackend backend : ResizeBackend.values()) {
      for (Interpolation interpolation : backend.interpolations()) {
        try (ImageBuffer image = grey(1, 1, 200);
            ImageBuffer large = ops.resize(image, 5, 3, interpolation, backend);
            ImageBuffer small = ops.resize(large, 1, 2, interpolation, backend)) {
          assertThat(values(large)).containsOnly((byte) 200);
          assertThat(values(small)).containsOnly((byte) 200);
        }
      }
    }
  }

  @Test
  void takesRowsFirstWherePillowDoes() throws IOException {
    try (ImageBuffer input = picture("/golden/parts/transforms/input.png");
        ImageBuffer expected = picture("/resize/pillow_lanczos_10x55.png");
        ImageBuffer result =
            ops.resize(input, 10, 55, Interpolation.LANCZOS, ResizeBackend.PILLOW)) {
      assertThat(Differences.between(result, expected).largest()).isZero();
    }
  }

  private ImageBuffer picture(String resource) throws IOException {
    try (InputStream stream = HostImageOpsTest.class.getResourceAsStream(resource)) {
      return ops.decode(stream.readAllBytes(), resource, ColorType.COLOR);
    }
  }

  @Test
  void refusesARuleThatTheLibraryDoesNotHave() {
    try (ImageBuffer image = grey(1, 1, 0)) {
      assertThatThrownBy(() -> ops.resize(image, 2, 2, Interpolation.HAMMING, ResizeBackend.CV2))
          .hasMessageContaining("'cv2' cannot resize with 'hamming'")
          .hasMessageContaining("[nearest, bilinear, bicubic, area, lanczos]");
    }
  }

  @Test
  void refusesACropOverTheEdge() {
    try (ImageBuffer image = grey(2, 2, 0, 0, 0, 0)) {
      assertThatThrownBy(() -> ops.crop(image, 1, 0, 2, 2))
          .hasMessageContaining(
              "2 x 2 at row 1, column 0 reaches over the edge of an image of 2 x 2");
      assertThatThrownBy(() -> ops.crop(image, -1, 0, 1, 1)).hasMessageContaining("row -1");
      assertThatThrownBy(() -> ops.crop(image, 0, 0, 0, 1)).hasMessageContaining("0 x 1");
    }
  }

  @Test
  void aClosedSourceLeavesNothingBehind() {
    ImageBuffer image = grey(1, 1, 0);
    image.close();
    assertThatThrownBy(() -> ops.flip(image, FlipDirection.VERTICAL))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void decodesInManyThreadsAndUnderAnyContextClassLoader()
      throws IOException, InterruptedException, ExecutionException {
    byte[] jpeg = Fixtures.bytes("jpeg_420.jpg");
    Callable<byte[]> task =
        () -> {
          Thread.currentThread().setContextClassLoader(null);
          try (ImageBuffer image = ops.decode(jpeg, "a.jpg", ColorType.COLOR)) {
            return values(image);
          }
        };
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try (ImageBuffer expected = ops.decode(jpeg, "a.jpg", ColorType.COLOR)) {
      List<Callable<byte[]>> tasks = IntStream.range(0, 100).mapToObj(i -> task).toList();
      for (Future<byte[]> result : workers.invokeAll(tasks)) {
        assertThat(result.get()).isEqualTo(values(expected));
      }
    } finally {
      workers.shutdownNow();
    }
  }
}
