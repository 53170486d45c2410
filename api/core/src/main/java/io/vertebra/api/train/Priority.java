package io.vertebra.api.train;

import java.util.Locale;

/** When a hook runs among the hooks of a stage: a smaller number earlier, as in MMEngine. */
public enum Priority {
  /** 0. */
  HIGHEST(0),
  /** 10. */
  VERY_HIGH(10),
  /** 30. */
  HIGH(30),
  /** 40. */
  ABOVE_NORMAL(40),
  /** 50. */
  NORMAL(50),
  /** 60. */
  BELOW_NORMAL(60),
  /** 70. */
  LOW(70),
  /** 90. */
  VERY_LOW(90),
  /** 100. */
  LOWEST(100);

  private final int value;

  Priority(int value) {
    this.value = value;
  }

  /**
   * The number that hooks are sorted by.
   *
   * @return 0 to 100
   */
  public int value() {
    return value;
  }

  /**
   * Reads a priority as configs write it.
   *
   * @param text a number from 0 to 100, or a name such as {@code ABOVE_NORMAL}
   * @return the number
   * @throws IllegalArgumentException if it is neither
   */
  public static int parse(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= 100) {
        return number;
      }
    } catch (NumberFormatException e) {
      for (Priority priority : values()) {
        if (priority.name().equals(text.toUpperCase(Locale.ROOT))) {
          return priority.value;
        }
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no priority: expected 0 to 100 or a name such as ABOVE_NORMAL");
  }
}
