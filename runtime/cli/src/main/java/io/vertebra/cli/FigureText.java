package io.vertebra.cli;

import java.util.Locale;

/** Words figures for people; files hold them unrounded. */
final class FigureText {
  private FigureText() {}

  /** A figure with four places after the point, as in logs. */
  static String of(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
