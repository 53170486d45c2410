package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;

/**
 * Moves an image away from, or towards, a duller form of itself by a factor: 1 leaves it, 0 gives
 * the dull form, more than 1 overshoots. The dull form is black for brightness, the mean gray for
 * contrast, the gray image for colour and a smoothed image for sharpness.
 */
public enum Enhance {
  /** MMCV with OpenCV: {@code adjust_brightness}, {@code adjust_contrast}, {@code adjust_color}. */
  CV2 {
    @Override
    public void brightness(ImageBuffer image, double factor) {
      PointTable.of(v -> mixed(v, 0, factor)).apply(image);
    }

    @Override
    public void contrast(ImageBuffer image, double factor) {
      double mean = Math.rint(Gray.CV2.mean(image));
      PointTable.of(v -> mixed(v, mean, factor)).apply(image);
    }

    @Override
    void color(byte[] row, double factor) {
      float own = (float) factor;
      float others = (float) (1 - factor);
      for (int i = 0; i < row.length; i += Gray.COLORS) {
        float gray = Gray.CV2.at(row, i) * others;
        for (int c = i; c < i + Gray.COLORS; c++) {
          // The product and sum are exact in double, so one rounding is left: a fused operation.
          float value = (float) ((double) (row[c] & 0xff) * own + gray);
          row[c] = (byte) Math.max(0, Math.min(255, (int) Math.rint(value)));
        }
      }
    }
  },
  /** Pillow's {@code ImageEnhance}. */
  PILLOW {
    @Override
    public void brightness(ImageBuffer image, double factor) {
      PointTable.of(v -> blended(v, 0, (float) factor)).apply(image);
    }

    @Override
    public void contrast(ImageBuffer image, double factor) {
      int mean = (int) (Gray.PILLOW.mean(image) + 0.5);
      PointTable.of(v -> blended(v, mean, (float) factor)).apply(image);
    }

    @Override
    void color(byte[] row, double factor) {
      float own = (float) factor;
      for (int i = 0; i < row.length; i += Gray.COLORS) {
        int gray = Gray.PILLOW.at(row, i);
        for (int c = i; c < i + Gray.COLORS; c++) {
          row[c] = (byte) blended(row[c] & 0xff, gray, own);
        }
      }
    }
  };

  /**
   * Changes the brightness.
   *
   * @param image the image to change
   * @param factor 0 makes it black
   */
  public abstract void brightness(ImageBuffer image, double factor);

  /**
   * Changes the contrast.
   *
   * @param image the image to change
   * @param factor 0 makes it all its mean brightness
   */
  public abstract void contrast(ImageBuffer image, double factor);

  /** Changes the colours of a row of three channels. */
  abstract void color(byte[] row, double factor);

  /**
   * Changes how colourful an image is. One of one channel stays.
   *
   * @param image the image to change
   * @param factor 0 makes it gray
   */
  public void color(ImageBuffer image, double factor) {
    if (image.channels() == Gray.COLORS) {
      Rows.change(image, row -> color(row, factor));
    }
  }

  /** MMCV's weighted sum: in double, rounded to float32, then cut down to 8 bits. */
  static int mixed(int value, double dull, double factor) {
    float sum = (float) (value * factor + dull * (1 - factor));
    return (int) Math.max(0, Math.min(255, sum));
  }

  private static int blended(int value, int dull, float factor) {
    float blend = dull + factor * (value - dull);
    return (int) Math.max(0, Math.min(255, blend));
  }
}
