package io.vertebra.plugins.transforms.pixels;

/** What stands beyond the edges of an image; the names are those of {@code mmcv.impad}. */
public enum BorderMode {
  /** One value for all. */
  CONSTANT {
    @Override
    int index(int position, int length) {
      return position < 0 || position >= length ? OUTSIDE : position;
    }
  },
  /** The pixel at the edge, repeated. */
  EDGE {
    @Override
    int index(int position, int length) {
      return Math.max(0, Math.min(length - 1, position));
    }
  },
  /** The image mirrored, without the pixel at the edge: c b | a b c. */
  REFLECT {
    @Override
    int index(int position, int length) {
      int period = Math.max(1, 2 * (length - 1));
      int place = Math.floorMod(position, period);
      return place < length ? place : period - place;
    }
  },
  /** The image mirrored, with the pixel at the edge: b a | a b c. */
  SYMMETRIC {
    @Override
    int index(int position, int length) {
      int place = Math.floorMod(position, 2 * length);
      return place < length ? place : 2 * length - 1 - place;
    }
  };

  static final int OUTSIDE = -1;

  /**
   * The row or column of an image that stands at a place inside or beyond its edges.
   *
   * @return 0 to {@code length - 1}, or {@link #OUTSIDE} where the constant stands
   */
  abstract int index(int position, int length);
}
