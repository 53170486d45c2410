package io.vertebra.plugins.nasnet;

/** What a combination of a cell takes. */
enum Source {
  /** The cell's input from the cell before, brought to the cell's channels. */
  CURRENT,
  /** The input from the cell before that one. */
  PREVIOUS,
  /** The output of the first combination. */
  FIRST,
  /** The output of the second combination. */
  SECOND,
  /** The output of the third combination. */
  THIRD
}
