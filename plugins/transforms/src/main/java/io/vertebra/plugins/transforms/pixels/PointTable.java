package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.util.function.IntUnaryOperator;

/** A change of each value by itself, as a table: one for all channels, or one for each. */
public final class PointTable {
  static final int LEVELS = 256;

  private final byte[][] tables;

  private PointTable(byte[]... tables) {
    this.tables = tables;
  }

  /**
   * Makes a table for all channels.
   *
   * @param value from a value to the new one, of which the lowest 8 bits count
   * @return the table
   */
  public static PointTable of(IntUnaryOperator value) {
    return new PointTable(table(value));
  }

  /**
   * Makes a table for each channel.
   *
   * @param channels for each channel a function from a value to the new one
   * @return the tables
   */
  public static PointTable perChannel(IntUnaryOperator... channels) {
    byte[][] tables = new byte[channels.length][];
    for (int c = 0; c < tables.length; c++) {
      tables[c] = table(channels[c]);
    }
    return new PointTable(tables);
  }

  private static byte[] table(IntUnaryOperator value) {
    byte[] table = new byte[LEVELS];
    for (int v = 0; v < LEVELS; v++) {
      table[v] = (byte) value.applyAsInt(v);
    }
    return table;
  }

  /**
   * Changes an image.
   *
   * @param image as many channels as there are tables, or any number where there is one table
   */
  public void apply(ImageBuffer image) {
    Rows.change(image, tables.length == 1 ? this::applyOne : this::applyEach);
  }

  private void applyOne(byte[] row) {
    byte[] table = tables[0];
    for (int i = 0; i < row.length; i++) {
      row[i] = table[row[i] & 0xff];
    }
  }

  private void applyEach(byte[] row) {
    for (int c = 0; c < tables.length; c++) {
      byte[] table = tables[c];
      for (int i = c; i < row.length; i += tables.length) {
        row[i] = table[row[i] & 0xff];
      }
    }
  }
}
