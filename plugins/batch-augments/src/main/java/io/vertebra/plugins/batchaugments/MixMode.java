package io.vertebra.plugins.batchaugments;

/** What shares a draw. */
public enum MixMode {
  /** All samples of a batch are mixed alike, as in MMPretrain. */
  BATCH,
  /** Each sample has a draw of its own, as in timm's mode of that name. */
  ELEM;

  /** How many draws a batch takes. */
  int draws(int samples) {
    return this == BATCH ? 1 : samples;
  }
}
