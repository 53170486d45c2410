package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Takes rectangles out of images that may reach beyond the edges, {@code cv2.copyMakeBorder} and a
 * crop in one.
 *
 * @param mode what stands beyond the edges
 * @param fill the constant of each channel, or one for all; rounded and cut to 0 to 255
 */
public record Framing(BorderMode mode, List<Double> fill) {
  /** Makes a framing that does not change. */
  public Framing {
    fill = List.copyOf(fill);
  }

  /**
   * Takes a rectangle out.
   *
   * @param ops gives memory, and crops what lies inside
   * @param image the image, not changed
   * @param frame the rectangle; it may reach beyond the edges
   * @return a new image of its size, owned by the caller
   */
  public ImageBuffer take(ImageOps ops, ImageBuffer image, Rectangle frame) {
    if (frame.isWithin(image.height(), image.width())) {
      return ops.crop(image, frame.top(), frame.left(), frame.height(), frame.width());
    }
    byte[] color = Fill.bytes(fill, image.channels());
    ImageBuffer result = ops.allocate(frame.height(), frame.width(), image.channels());
    ByteBuffer target = result.pixels();
    byte[] row = new byte[frame.width() * image.channels()];
    for (int y = 0; y < frame.height(); y++) {
      int from = mode.index(frame.top() + y, image.height());
      if (from == BorderMode.OUTSIDE) {
        Fill.repeat(color, row, 0, row.length);
      } else {
        copyRow(image, from, frame.left(), color, row);
      }
      target.put(row);
    }
    return result;
  }

  /** Fills a row with a row of an image that is shifted to the left. */
  private void copyRow(ImageBuffer image, int from, int left, byte[] color, byte[] row) {
    int channels = color.length;
    ByteBuffer source = image.pixels();
    int start = from * image.width() * channels;
    int width = row.length / channels;
    for (int x = 0; x < width; x++) {
      int column = mode.index(left + x, image.width());
      if (column == BorderMode.OUTSIDE) {
        System.arraycopy(color, 0, row, x * channels, channels);
      } else {
        int run = Math.min(width - x, column == left + x ? image.width() - column : 1);
        source.get(start + column * channels, row, x * channels, run * channels);
        x += run - 1;
      }
    }
  }
}
