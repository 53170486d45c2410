package io.vertebra.plugins.datasets;

import io.vertebra.api.options.Shorthand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The names of classes: a list, or the path of a text file with a name a line.
 *
 * @param listed the names, if they are listed
 * @param file the file, if they stand in one
 */
public record ClassList(List<String> listed, Optional<String> file) {
  /** Makes a list that does not change. */
  public ClassList {
    listed = List.copyOf(listed);
  }

  /**
   * Takes the names of a file.
   *
   * @param file its path
   * @return the names
   */
  @Shorthand
  public static ClassList of(String file) {
    return new ClassList(List.of(), Optional.of(file));
  }

  /**
   * Takes listed names.
   *
   * @param names the names, by label
   * @return the names
   */
  @Shorthand
  public static ClassList of(List<String> names) {
    return new ClassList(names, Optional.empty());
  }

  /**
   * The names, by label.
   *
   * @throws IOException if the file cannot be read
   */
  List<String> names() throws IOException {
    if (file.isEmpty()) {
      return listed;
    }
    Path path = Path.of(file.get());
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          "There is no file '%s': classes names the classes, or a file with a name a line"
              .formatted(path.toAbsolutePath()));
    }
    return Files.readAllLines(path).stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  /** The names where there are any. */
  static Optional<List<String>> names(Optional<ClassList> classes) throws IOException {
    return classes.isPresent() ? Optional.of(classes.get().names()) : Optional.empty();
  }
}
