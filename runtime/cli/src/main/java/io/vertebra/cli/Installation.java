package io.vertebra.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The folder that Vertebra was unpacked to.
 *
 * @param home the folder, which has {@code plugins/}
 */
record Installation(Path home) {
  private static final String PROPERTY = "vertebra.home";

  Installation {
    requireNonNull(home, "home is null");
  }

  /** The installation that the launcher named; the current folder where there was no launcher. */
  static Installation fromProcess() {
    return new Installation(Path.of(System.getProperty(PROPERTY, ".")));
  }

  Path plugins() {
    return home.resolve("plugins");
  }

  /** The version of Vertebra, such as {@code 0.1.0}. */
  static String version() {
    try (InputStream in = Installation.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the version of Vertebra cannot be read", e);
    }
  }
}
