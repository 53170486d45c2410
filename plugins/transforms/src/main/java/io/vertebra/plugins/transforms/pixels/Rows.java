package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Takes images row by row through an array, which is much faster to work on than a buffer. */
final class Rows {
  private Rows() {}

  /** Changes every row of an image. */
  static void change(ImageBuffer image, Consumer<byte[]> change) {
    ByteBuffer pixels = image.pixels();
    byte[] row = new byte[image.width() * image.channels()];
    for (int at = 0; at < pixels.limit(); at += row.length) {
      pixels.get(at, row);
      change.accept(row);
      pixels.put(at, row);
    }
  }

  /** Shows every row of an image. */
  static void read(ImageBuffer image, Consumer<byte[]> reader) {
    ByteBuffer pixels = image.pixels();
    byte[] row = new byte[image.width() * image.channels()];
    for (int at = 0; at < pixels.limit(); at += row.length) {
      pixels.get(at, row);
      reader.accept(row);
    }
  }

  /** Copies all pixels. */
  static byte[] all(ImageBuffer image) {
    ByteBuffer pixels = image.pixels();
    byte[] all = new byte[pixels.limit()];
    pixels.get(0, all);
    return all;
  }
}
