package io.vertebra.plugins.heads;

import io.vertebra.api.options.Shorthand;
import java.util.Collections;
import java.util.List;

/**
 * Angular margins, written as one number for all classes or as a list.
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

  /** Gives a margin for each class. */
  List<Double> ofClasses(int classes) {
    return values.size() == 1 ? Collections.nCopies(classes, values.get(0)) : values;
  }
}
