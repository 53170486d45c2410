package io.vertebra.engine.torch;

/** How the losses of a batch become one number. */
public enum Reduction {
  /** Keeps one loss for each sample. */
  NONE(0),
  /** Averages over the samples that are not ignored. */
  MEAN(1),
  /** Adds the losses. */
  SUM(2);

  private final int code;

  Reduction(int code) {
    this.code = code;
  }

  /** Returns the number that the native library has for this (ATen/core/Reduction.h). */
  int code() {
    return code;
  }
}
