package io.vertebra.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The configs that are shipped. */
final class ShippedConfigs {
  private static final Path FOLDER = Path.of("../../configs");

  private ShippedConfigs() {}

  /** All of them but those that are only bases of others. */
  static List<Path> whole() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
          .filter(file -> !file.getParent().endsWith("_base_"))
          .filter(file -> !file.endsWith("metafile.yml"))
          .sorted()
          .toList();
    }
  }
}
