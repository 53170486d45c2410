package io.vertebra.api.model;

/**
 * How images become as large as their batch needs: by pixels at the right and the bottom.
 *
 * @param divisor what heights and widths become multiples of, 1 or more
 * @param value the value of added pixels, on the scale of prepared images
 */
public record Padding(int divisor, double value) {
  /** Checks the divisor. */
  public Padding {
    if (divisor < 1) {
      throw new IllegalArgumentException("divisor is %d: it must be 1 or more".formatted(divisor));
    }
  }

  /**
   * The height or width that a height or width is padded to.
   *
   * @param length in pixels
   * @return the next multiple of the divisor that is not less
   */
  public int padded(int length) {
    return Math.multiplyExact(-Math.floorDiv(-length, divisor), divisor);
  }
}
