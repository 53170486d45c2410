package io.vertebra.imaging;

import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/** Copies pixels to other places without changing them. */
final class PixelMoves {
  private PixelMoves() {}

  /** Copies the part of a source that starts at a pixel and is as large as the target. */
  static void crop(ImageBuffer source, int top, int left, ImageBuffer target) {
    int channels = source.channels();
    int row = target.width() * channels;
    ByteBuffer from = source.pixels();
    ByteBuffer to = target.pixels();
    for (int y = 0; y < target.height(); y++) {
      int start = ((top + y) * source.width() + left) * channels;
      to.put(y * row, from, start, row);
    }
  }

  /** Mirrors a source into a target of the same size. */
  static void flip(ImageBuffer source, FlipDirection direction, ImageBuffer target) {
    byte[] row = new byte[source.width() * source.channels()];
    byte[] mirrored = new byte[row.length];
    ByteBuffer from = source.pixels();
    ByteBuffer to = target.pixels();
    for (int y = 0; y < source.height(); y++) {
      int origin = direction == FlipDirection.HORIZONTAL ? y : source.height() - 1 - y;
      from.get(origin * row.length, row);
      if (direction == FlipDirection.VERTICAL) {
        to.put(row);
      } else {
        mirror(row, source.channels(), mirrored);
        to.put(mirrored);
      }
    }
  }

  private static void mirror(byte[] row, int channels, byte[] mirrored) {
    if (channels != 3) {
      for (int from = 0, to = row.length - 1; to >= 0; from++, to--) {
        mirrored[to] = row[from];
      }
      return;
    }
    for (int from = 0, to = row.length - 3; to >= 0; from += 3, to -= 3) {
      mirrored[to] = row[from];
      mirrored[to + 1] = row[from + 1];
      mirrored[to + 2] = row[from + 2];
    }
  }
}
