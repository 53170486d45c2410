package io.vertebra.plugins.datasets;

import java.util.Locale;

/** The parts of a set that has three, of which two may be taken together. */
public enum TrainValTest {
  /** Images to learn from. */
  TRAIN,
  /** Images to validate with. */
  VAL,
  /** Those to learn from and those to validate with. */
  TRAINVAL,
  /** Images to test with. */
  TEST;

  /** How files call it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
