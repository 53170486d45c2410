package io.vertebra.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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

  static String text(String file) throws IOException {
    return new String(bytes(file), UTF_8);
  }
}
