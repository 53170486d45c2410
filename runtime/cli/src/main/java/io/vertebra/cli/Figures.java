package io.vertebra.cli;

import java.util.Locale;

/** Words figures for people; files hold them unrounded. */
final class Figures {
  private Figures() {}

  /** A figure with four places after the point, as in logs. */
  static String text(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
