package io.vertebra.api.train;

import io.vertebra.api.options.Key;

/** When a hook runs among the hooks of a stage: a smaller number earlier, as in MMEngine. */
public enum Priority {
  /** 0. */
  @Key("HIGHEST")
  HIGHEST(0),
  /** 10. */
  @Key("VERY_HIGH")
  VERY_HIGH(10),
  /** 30. */
  @Key("HIGH")
  HIGH(30),
  /** 40. */
  @Key("ABOVE_NORMAL")
  ABOVE_NORMAL(40),
  /** 50. */
  @Key("NORMAL")
  NORMAL(50),
  /** 60. */
  @Key("BELOW_NORMAL")
  BELOW_NORMAL(60),
  /** 70. */
  @Key("LOW")
  LOW(70),
  /** 90. */
  @Key("VERY_LOW")
  VERY_LOW(90),
  /** 100. */
  @Key("LOWEST")
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
}
