package io.vertebra.plugins.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names of classes that come with this bundle, spelled as MMPretrain or torchvision has them. */
final class NameList {
  private NameList() {}

  /** Reads the names of a resource beside this class, one a line, by label. */
  static List<String> read(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                NameList.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
