package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/** A weighted sum of images of one size. */
public final class Blend {
  private final float[] sums;

  /**
   * Makes an empty sum.
   *
   * @param like an image of the size of all
   */
  public Blend(ImageBuffer like) {
    this.sums = new float[like.pixels().limit()];
  }

  /**
   * Adds an image.
   *
   * @param image an image of the size
   * @param weight its weight
   */
  public void add(ImageBuffer image, double weight) {
    byte[] values = Rows.all(image);
    float factor = (float) weight;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * (values[i] & 0xff);
    }
  }

  /**
   * Writes the sum, rounded to 8 bits.
   *
   * @param image an image of the size, which is changed
   */
  public void write(ImageBuffer image) {
    byte[] values = new byte[sums.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Math.max(0, Math.min(255, (int) (sums[i] + 0.5f)));
    }
    ByteBuffer pixels = image.pixels();
    pixels.put(0, values);
  }
}
