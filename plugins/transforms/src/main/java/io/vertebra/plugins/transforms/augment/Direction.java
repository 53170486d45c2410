package io.vertebra.plugins.transforms.augment;

/** The axis along which pixels move. */
public enum Direction {
  /** Along the rows. */
  HORIZONTAL,
  /** Along the columns. */
  VERTICAL
}
