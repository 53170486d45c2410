package io.vertebra.plugins.metrics;

import io.vertebra.api.options.Key;

/** Figures of predicted and true labels. */
public enum Item {
  /** The share of the predictions of a class that are right. */
  @Key("precision")
  PRECISION("precision"),
  /** The share of the samples of a class that are predicted. */
  @Key("recall")
  RECALL("recall"),
  /** The harmonic mean of precision and recall. */
  @Key("f1-score")
  F1_SCORE("f1-score"),
  /** The number of samples of a class. */
  @Key("support")
  SUPPORT("support");

  private final String label;

  Item(String label) {
    this.label = label;
  }

  /** What the figure is called. */
  String label() {
    return label;
  }
}
