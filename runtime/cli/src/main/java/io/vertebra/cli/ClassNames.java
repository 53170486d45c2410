package io.vertebra.cli;

import java.util.List;

/** Names classes. */
final class ClassNames {
  private ClassNames() {}

  /** The name of a class, or its label where the data set has no names. */
  static String of(List<String> classes, int label) {
    return label < classes.size() ? classes.get(label) : Integer.toString(label);
  }
}
