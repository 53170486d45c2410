package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;

/** Reorders channels. */
public final class ChannelOrder {
  private ChannelOrder() {}

  /**
   * Reverses the channels of each pixel.
   *
   * @param image the image to change, of three channels
   */
  public static void reverse(ImageBuffer image) {
    Rows.change(
        image,
        row -> {
          for (int i = 0; i < row.length; i += Gray.COLORS) {
            byte first = row[i];
            row[i] = row[i + 2];
            row[i + 2] = first;
          }
        });
  }
}
