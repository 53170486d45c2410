package io.vertebra.plugins.datasets;

import java.util.Locale;

/** The parts of a set that has two. */
public enum TrainTest {
  /** Images to learn from. */
  TRAIN,
  /** Images to test with. */
  TEST;

  /** How files and folders call it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
