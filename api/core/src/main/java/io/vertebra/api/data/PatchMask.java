package io.vertebra.api.data;

import java.util.Arrays;

/** Which patches of an image are hidden from a network that learns to restore them. Immutable. */
public final class PatchMask {
  private final int rows;
  private final int columns;
  private final boolean[] hidden;

  /**
   * Makes a mask.
   *
   * @param rows rows of patches
   * @param columns columns of patches
   * @param hidden for each patch, row by row, whether it is hidden; copied
   */
  public PatchMask(int rows, int columns, boolean... hidden) {
    if (rows < 1 || columns < 1 || hidden.length != rows * columns) {
      throw new IllegalArgumentException(
          "a mask of %d x %d patches cannot have %d values"
              .formatted(rows, columns, hidden.length));
    }
    this.rows = rows;
    this.columns = columns;
    this.hidden = hidden.clone();
  }

  /**
   * How many rows of patches there are.
   *
   * @return 1 or more
   */
  public int rows() {
    return rows;
  }

  /**
   * How many columns of patches there are.
   *
   * @return 1 or more
   */
  public int columns() {
    return columns;
  }

  /**
   * Whether a patch is hidden.
   *
   * @param row from 0
   * @param column from 0
   * @return true if it is
   */
  public boolean isHidden(int row, int column) {
    return hidden[row * columns + column];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatchMask that
        && rows == that.rows
        && Arrays.equals(hidden, that.hidden);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hidden);
  }

  @Override
  public String toString() {
    return "PatchMask[%d x %d]".formatted(rows, columns);
  }
}
