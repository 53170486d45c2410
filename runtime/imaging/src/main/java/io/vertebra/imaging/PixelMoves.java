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
    ByteBuffer from = source.pixels();
    ByteBuffer to = target.pixels();
    for (int y = 0; y < source.height(); y++) {
      int origin = direction == FlipDirection.HORIZONTAL ? y : source.height() - 1 - y;
      from.get(origin * row.length, row);
      if (direction != FlipDirection.VERTICAL) {
        reverse(row, source.channels());
      }
      to.put(row);
    }
  }

  private static void reverse(byte[] row, int channels) {
    for (int c = 0; c < channels; c++) {
      for (int left = c, right = row.length - channels + c;
          left < right;
          left += channels, right -= channels) {
        byte value = row[left];
        row[left] = row[right];
        row[right] = value;
      }
    }
  }
}
