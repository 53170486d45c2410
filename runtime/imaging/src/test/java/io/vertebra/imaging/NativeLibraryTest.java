package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class NativeLibraryTest {
  private final AtomicInteger loads = new AtomicInteger();
  private final BufferPool pool = new BufferPool(1 << 20);

  private NativeOperations library() {
    loads.incrementAndGet();
    return new Blind();
  }

  @Test
  void fewPicturesDoNotLoadIt() {
    NativeLibrary library = new NativeLibrary(this::library);
    for (int i = 0; i < 15; i++) {
      assertThat(library.forPicture()).isEmpty();
    }
    assertThat(loads).hasValue(0);
  }

  @Test
  void manyPicturesLoadItOnce() {
    NativeLibrary library = new NativeLibrary(this::library);
    for (int i = 0; i < 40; i++) {
      library.forPicture();
    }
    assertThat(library.loaded()).isPresent();
    assertThat(library.forPicture()).isPresent();
    assertThat(loads).hasValue(1);
  }

  @Test
  void otherWorkDoesNotLoadIt() {
    NativeLibrary library = new NativeLibrary(this::library);
    for (int i = 0; i < 40; i++) {
      assertThat(library.ifLoaded()).isEmpty();
    }
    assertThat(loads).hasValue(0);
    assertThat(library.loaded()).isPresent();
    assertThat(library.ifLoaded()).isPresent();
  }

  @Test
  void oneThatIsLoadedServesTheFirstPicture() {
    NativeLibrary library = new NativeLibrary(this::library);
    assertThat(library.description()).isEqualTo("blind");
    assertThat(library.forPicture()).isPresent();
  }

  @Test
  void whereThereIsNoneJavaDecodesAndTheReasonIsTold() throws IOException {
    HostImageOps ops = Fixtures.withoutNative(pool);
    assertThat(ops.nativeDecoder())
        .startsWith("none but Java's, since OpenCV cannot be loaded")
        .contains("there is none for this platform");
    try (ImageBuffer image =
        ops.decodeReduced(Fixtures.bytes("jpeg_large.jpg"), "a.jpg", ColorType.COLOR, 20)) {
      assertThat(image).hasToString("ImageBuffer[61 x 83 x 3]");
    }
    assertThat(pool.live()).isZero();
  }

  @Test
  void whatItDoesNotReadIsReadByJava() throws IOException {
    HostImageOps ops = new HostImageOps(pool, 1_000_000, new NativeLibrary(this::library));
    ops.nativeDecoder();
    try (ImageBuffer image = ops.decode(Fixtures.bytes("jpeg_large.jpg"), "a", ColorType.COLOR);
        ImageBuffer expected =
            Fixtures.withoutNative(pool)
                .decode(Fixtures.bytes("jpeg_large.jpg"), "a", ColorType.COLOR)) {
      assertThat(Differences.between(image, expected).largest()).isZero();
    }
    assertThat(pool.live()).isZero();
  }

  /** Reads nothing. */
  private static final class Blind implements NativeOperations {
    @Override
    public String description() {
      return "blind";
    }

    @Override
    public boolean decode(byte[] file, Reduction reduction, ImageBuffer target) {
      return false;
    }

    @Override
    public void resizeBilinear(ImageBuffer source, ImageBuffer target) {
      throw new AssertionError("only pictures are decoded here");
    }

    @Override
    public void flip(ImageBuffer source, FlipDirection direction, ImageBuffer target) {
      throw new AssertionError("only pictures are decoded here");
    }
  }
}
