package io.vertebra.plugins.metrics;

/** How figures of classes become one. */
public enum Average {
  /** The mean of the figures of all classes. */
  MACRO,
  /** The figure of the counts of all classes together. */
  MICRO,
  /** The mean of the figures of all classes, each weighted by its number of samples. */
  WEIGHTED
}
