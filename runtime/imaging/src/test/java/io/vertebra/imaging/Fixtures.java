package io.vertebra.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;

/** The image files of these tests. */
final class Fixtures {
  private Fixtures() {}

  static byte[] bytes(String file) throws IOException {
    try (InputStream stream = Fixtures.class.getResourceAsStream("/decode/" + file)) {
      return requireNonNull(stream, file).readAllBytes();
    }
  }

  /** Operations for which the native library is loaded. */
  static HostImageOps withNative(BufferPool pool) {
    HostImageOps ops = new HostImageOps(pool, 1_000_000);
    assertThat(ops.nativeDecoder()).startsWith("OpenCV");
    return ops;
  }

  /** Operations on a platform for which there is no native library. */
  static HostImageOps withoutNative(BufferPool pool) {
    return new HostImageOps(
        pool,
        1_000_000,
        new NativeLibrary(
            () -> {
              throw new UnsatisfiedLinkError("there is none for this platform");
            }));
  }

  static String text(String file) throws IOException {
    return new String(bytes(file), UTF_8);
  }
}
