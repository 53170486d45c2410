package io.vertebra.imaging;

/** The sizes, as parts of the full one, in which a JPEG file can be decoded with less work. */
enum Reduction {
  /** The size in the file. */
  NONE(1),
  /** Half of each side. */
  HALF(2),
  /** A quarter of each side. */
  QUARTER(4),
  /** An eighth of each side. */
  EIGHTH(8);

  private final int divisor;

  Reduction(int divisor) {
    this.divisor = divisor;
  }

  /** The pixels of a side of so many pixels; a part of one counts. */
  int of(int side) {
    return (side + divisor - 1) / divisor;
  }

  /** The strongest that leaves the shorter side at least so long. */
  static Reduction keeping(int least, int height, int width) {
    Reduction strongest = NONE;
    for (Reduction each : values()) {
      if (each.of(Math.min(height, width)) >= least) {
        strongest = each;
      }
    }
    return strongest;
  }
}
