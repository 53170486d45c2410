package io.vertebra.plugins.heads;

import io.vertebra.api.options.Shorthand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Angular margins, written as one number for all classes, as a list or as a file.
 *
 * @param values the margins in radians; one for all classes or one for each
 */
public record Margins(List<Double> values) {
  /** Makes margins that do not change. */
  public Margins {
    values = List.copyOf(values);
  }

  /**
   * Makes one margin of all classes.
   *
   * @param all the margin in radians
   * @return the margins
   */
  @Shorthand
  public static Margins of(double all) {
    return new Margins(List.of(all));
  }

  /**
   * Makes a margin of each class.
   *
   * @param values the margins in radians
   * @return the margins
   */
  @Shorthand
  public static Margins of(List<Double> values) {
    return new Margins(values);
  }

  /**
   * Reads a margin of each class from a file.
   *
   * @param file the path of a text file with a number a line, in radians
   * @return the margins
   * @throws IllegalArgumentException if there is no such file, or a line is no number
   */
  @Shorthand
  public static Margins of(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "There is no file '%s': margins is a number, a list, or a file with a number a line"
              .formatted(path.toAbsolutePath()));
    }
    try {
      return new Margins(Files.readAllLines(path).stream().map(Double::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s' is to have a number a line, but has another text: %s"
              .formatted(path.toAbsolutePath(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + path.toAbsolutePath() + "' cannot be read", e);
    }
  }

  /** Gives a margin for each class. */
  List<Double> ofClasses(int classes) {
    return values.size() == 1 ? Collections.nCopies(classes, values.get(0)) : values;
  }
}
