package io.vertebra.plugins.metrics;

/** Whether the figures of classes become one. */
public enum ClassAverage {
  /** The mean of the figures of all classes. */
  MACRO
}
