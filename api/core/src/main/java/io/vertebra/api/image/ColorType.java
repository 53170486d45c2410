package io.vertebra.api.image;

import java.util.Locale;

/** The colours that a decoded image is asked for in; the names are those of MMCV's imread flags. */
public enum ColorType {
  /** Three channels: blue, green, red. A grey image is repeated in all three. */
  COLOR(3),
  /** One channel. A colour image is weighted as OpenCV does: 0.114 B + 0.587 G + 0.299 R. */
  GRAYSCALE(1);

  private final int channels;

  ColorType(int channels) {
    this.channels = channels;
  }

  /**
   * The number of channels of an image of this type.
   *
   * @return 1 or 3
   */
  public int channels() {
    return channels;
  }

  /**
   * The name of this type in configs.
   *
   * @return {@code color} or {@code grayscale}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
