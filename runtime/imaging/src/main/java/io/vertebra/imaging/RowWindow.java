package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/**
 * The rows of an image under vertical taps that move down, each prepared once, two at a time. At
 * the bottom of an image of an odd height the last row is prepared twice.
 */
final class RowWindow {
  private final ByteBuffer pixels;
  private final Preparation preparation;
  private final byte[] upper;
  private final byte[] lower;
  private final int last;
  private final int[][] ring;
  private final int[][] rows;
  private int next;

  /**
   * Opens a window at the top.
   *
   * @param source the image
   * @param count rows in the window
   * @param length values of a prepared row
   * @param preparation fills in rows of the window
   */
  RowWindow(ImageBuffer source, int count, int length, Preparation preparation) {
    this.pixels = source.pixels();
    this.preparation = preparation;
    this.upper = new byte[source.width() * source.channels()];
    this.lower = new byte[upper.length];
    this.last = source.height() - 1;
    // One row more, as the lower row of a pair may lie below the window.
    this.ring = new int[count + 1][length];
    this.rows = new int[count][];
  }

  /**
   * Moves down to a row, which may lie above the image.
   *
   * @param first not above the one of the call before
   * @return the rows from there on, the border row in place of those outside; valid until the next
   *     call
   */
  int[][] from(int first) {
    int end = Math.min(first + rows.length, last + 1);
    for (next = Math.max(next, first); next < end; next += 2) {
      pixels.get(next * upper.length, upper);
      pixels.get(Math.min(next + 1, last) * lower.length, lower);
      preparation.prepare(upper, lower, ring[next % ring.length], ring[(next + 1) % ring.length]);
    }
    for (int k = 0; k < rows.length; k++) {
      rows[k] = ring[Math.max(0, Math.min(first + k, last)) % ring.length];
    }
    return rows;
  }

  /** What is done to rows once. */
  interface Preparation {
    /** Fills two rows of the window from two rows of the image. */
    void prepare(byte[] upper, byte[] lower, int[] upperRow, int[] lowerRow);
  }
}
