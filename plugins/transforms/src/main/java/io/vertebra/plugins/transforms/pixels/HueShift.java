package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;

/**
 * Turns the hue of colours by way of 8-bit hue, saturation and value, in a library's arithmetic.
 */
public enum HueShift {
  /** OpenCV's {@code BGR2HSV_FULL} and back: integer tables one way, float32 the other. */
  CV2 {
    @Override
    int hue(int blue, int green, int red, int value, int range) {
      int turn;
      if (value == red) {
        turn = green - blue;
      } else if (value == green) {
        turn = blue - red + 2 * range;
      } else {
        turn = red - green + 4 * range;
      }
      int hue = (turn * (int) Math.rint((256 << BITS) / (6.0 * range)) + ROUND) >> BITS;
      return hue < 0 ? hue + 256 : hue;
    }

    @Override
    int saturation(int value, int range) {
      return (range * (int) Math.rint((255 << BITS) / (double) value) + ROUND) >> BITS;
    }

    @Override
    double level(int value, double part) {
      return Math.rint((float) (value / 255f * (1 - part)) * 255f);
    }
  },
  /** Pillow's mode HSV. */
  PILLOW {
    @Override
    int hue(int blue, int green, int red, int value, int range) {
      float fromRed = (float) (value - red) / range;
      float fromGreen = (float) (value - green) / range;
      float fromBlue = (float) (value - blue) / range;
      float turn;
      if (value == red) {
        turn = fromBlue - fromGreen;
      } else if (value == green) {
        turn = (float) (2.0 + fromRed - fromBlue);
      } else {
        turn = (float) (4.0 + fromGreen - fromRed);
      }
      float hue = (float) ((turn / 6.0 + 1.0) % 1.0);
      return (int) (hue * 255.0);
    }

    @Override
    int saturation(int value, int range) {
      return (int) ((float) range / value * 255.0);
    }

    @Override
    double level(int value, double part) {
      return Math.floor((float) value * (1 - part) + 0.5);
    }
  };

  private static final int BITS = 12;
  private static final int ROUND = 1 << (BITS - 1);
  private static final float SECTORS = 6f / 255f;

  /** The hue of a pixel that is not gray, 0 to 255 for the whole circle. */
  abstract int hue(int blue, int green, int red, int value, int range);

  /** The saturation, 0 to 255, of a pixel that is not black. */
  abstract int saturation(int value, int range);

  /** A channel that keeps all but a part, 0 to 1, of the value. */
  abstract double level(int value, double part);

  /**
   * Turns the hue. Images of one channel stay.
   *
   * @param image the image to change
   * @param turn added to the hue, of which 256 are the circle; counted modulo 256
   */
  public void apply(ImageBuffer image, int turn) {
    if (image.channels() == Gray.COLORS) {
      Rows.change(image, row -> apply(row, turn));
    }
  }

  private void apply(byte[] row, int turn) {
    for (int i = 0; i < row.length; i += Gray.COLORS) {
      int blue = row[i] & 0xff;
      int green = row[i + 1] & 0xff;
      int red = row[i + 2] & 0xff;
      int value = Math.max(blue, Math.max(green, red));
      int range = value - Math.min(blue, Math.min(green, red));
      if (range > 0) {
        int hue = (hue(blue, green, red, value, range) + turn) & 0xff;
        put(row, i, hue, saturation(value, range), value);
      }
    }
  }

  private void put(byte[] row, int place, int hue, int saturation, int value) {
    float position = hue * SECTORS;
    int sector = (int) position;
    double fraction = position - sector;
    double share = saturation / 255.0;
    byte top = (byte) value;
    byte bottom = (byte) (int) level(value, share);
    byte falling = (byte) (int) level(value, share * fraction);
    byte rising = (byte) (int) level(value, share * (1 - fraction));
    switch (sector % 6) {
      case 0 -> put(row, place, bottom, rising, top);
      case 1 -> put(row, place, bottom, top, falling);
      case 2 -> put(row, place, rising, top, bottom);
      case 3 -> put(row, place, top, falling, bottom);
      case 4 -> put(row, place, top, bottom, rising);
      default -> put(row, place, falling, bottom, top);
    }
  }

  private static void put(byte[] row, int place, byte blue, byte green, byte red) {
    row[place] = blue;
    row[place + 1] = green;
    row[place + 2] = red;
  }
}
