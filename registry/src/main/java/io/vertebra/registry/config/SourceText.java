package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a config file and its name.
 *
 * @param file the file as messages name it; what stands in {@code _base_} is relative to its folder
 * @param text the text, without byte order mark
 */
record SourceText(Path file, String text) {
  SourceText {
    requireNonNull(file, "file is null");
    requireNonNull(text, "text is null");
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  String name() {
    return file.toString();
  }

  /** Returns the line of a number from 1 without its end, or nothing if there is none. */
  Optional<String> line(int number) {
    int start = 0;
    for (int i = 1; i < number; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return Optional.empty();
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    return Optional.of(text.substring(start, end < 0 ? text.length() : end).stripTrailing());
  }
}
