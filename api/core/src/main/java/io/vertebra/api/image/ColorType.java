package io.vertebra.api.image;

import java.util.Locale;

/**
 * The colours that a decoded image is asked for in, and whether it is turned upright; the names are
 * those of MMCV's imread flags.
 */
public enum ColorType {
  /** Three channels: blue, green, red. A grey image is repeated in all three. */
  COLOR(3, true),
  /** One channel. A colour image is weighted as OpenCV does: 0.114 B + 0.587 G + 0.299 R. */
  GRAYSCALE(1, true),
  /** As {@link #COLOR}, but turned as the file stores it, whatever its EXIF orientation says. */
  COLOR_IGNORE_ORIENTATION(3, false),
  /** As {@link #GRAYSCALE}, but turned as the file stores it. */
  GRAYSCALE_IGNORE_ORIENTATION(1, false);

  private final int channels;
  private final boolean upright;

  ColorType(int channels, boolean upright) {
    this.channels = channels;
    this.upright = upright;
  }

  /**
   * Whether the picture is turned as its EXIF orientation says.
   *
   * @return false where it stays as the file stores it
   */
  public boolean isUpright() {
    return upright;
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
