package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;

/**
 * How a stored picture has to be turned to stand upright (EXIF 2.3, tag 0x0112).
 *
 * @param code 1 (upright) to 8
 */
record Orientation(int code) {
  static final Orientation UPRIGHT = new Orientation(1);

  Orientation {
    if (code < 1 || code > 8) {
      throw new IllegalArgumentException("An EXIF orientation is 1 to 8, not " + code);
    }
  }

  /** Whether rows become columns. */
  boolean swapsAxes() {
    return code >= 5;
  }

  private boolean startsAtRight() {
    return code == 2 || code == 3 || code == 7 || code == 8;
  }

  private boolean startsAtBottom() {
    return code == 3 || code == 4 || code == 6 || code == 7;
  }

  /** Writes the upright picture; the target has its size. */
  void write(Pixels stored, ImageBuffer target) {
    if (code == 1) {
      target.pixels().put(stored.data());
      return;
    }
    byte[] upright = new byte[stored.data().length];
    int channels = stored.channels();
    int row = stored.width() * channels;
    int start =
        (startsAtBottom() ? (stored.height() - 1) * row : 0)
            + (startsAtRight() ? row - channels : 0);
    int down = startsAtBottom() ? -row : row;
    int right = startsAtRight() ? -channels : channels;
    int perColumn = swapsAxes() ? down : right;
    int perRow = swapsAxes() ? right : down;
    for (int y = 0, to = 0; y < target.height(); y++) {
      int from = start + y * perRow;
      for (int x = 0; x < target.width(); x++, from += perColumn) {
        for (int c = 0; c < channels; c++) {
          upright[to++] = stored.data()[from + c];
        }
      }
    }
    target.pixels().put(upright);
  }
}
