package io.vertebra.plugins.nasnet;

/** What a combination of a cell takes. */
enum Source {
  /** The cell's input from the cell before, brought to the cell's channels. */
  CURRENT(0),
  /** The input from the cell before that one. */
  PREVIOUS(1),
  /** The output of the first combination. */
  FIRST(2),
  /** The output of the second combination. */
  SECOND(3),
  /** The output of the third combination. */
  THIRD(4);

  private final int index;

  Source(int index) {
    this.index = index;
  }

  /** Where it stands among the inputs and the outputs of combinations. */
  int index() {
    return index;
  }
}
