package io.vertebra.api.image;

import java.util.Locale;

/** The axes along which an image is mirrored. */
public enum FlipDirection {
  /** Left becomes right. */
  HORIZONTAL,
  /** Top becomes bottom. */
  VERTICAL,
  /** Both: a turn by 180 degrees. */
  DIAGONAL;

  /**
   * The name of this direction in configs.
   *
   * @return the name in lower case, for example {@code horizontal}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
