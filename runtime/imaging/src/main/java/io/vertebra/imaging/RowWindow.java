package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/** The rows of an image under vertical taps that move down, each prepared once. */
final class RowWindow {
  private final ByteBuffer pixels;
  private final Preparation preparation;
  private final byte[] input;
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
   * @param preparation fills in a row of the window
   */
  RowWindow(ImageBuffer source, int count, int length, Preparation preparation) {
    this.pixels = source.pixels();
    this.preparation = preparation;
    this.input = new byte[source.width() * source.channels()];
    this.last = source.height() - 1;
    this.ring = new int[count][length];
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
    for (next = Math.max(next, first); next < end; next++) {
      pixels.get(next * input.length, input);
      preparation.prepare(input, ring[next % ring.length]);
    }
    for (int k = 0; k < rows.length; k++) {
      rows[k] = ring[Math.max(0, Math.min(first + k, last)) % ring.length];
    }
    return rows;
  }

  /** What is done to a row once. */
  interface Preparation {
    /** Fills a row of the window from a row of the image. */
    void prepare(byte[] input, int[] row);
  }
}
