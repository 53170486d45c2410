package io.vertebra.engine.safetensors;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** A file of all element types that was written by the format's own library (0.8.0, Python). */
final class Fixtures {
  private Fixtures() {}

  static Path allTypes() {
    URL url = Fixtures.class.getResource("all-types.safetensors");
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The test resource has no path: " + url, e);
    }
  }
}
