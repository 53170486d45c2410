package io.vertebra.imaging;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Takes 8-bit grey or BGR values out of what ImageIO has read. Samples are taken as stored: no
 * colour profile, gamma or transparency is applied.
 */
final class RasterPixels {
  private RasterPixels() {}

  /**
   * Takes the values of a picture.
   *
   * @throws UnsupportedImageException if its samples are no grey or RGB values of 1 to 16 bits
   */
  static Pixels of(BufferedImage image) throws UnsupportedImageException {
    ColorModel colors = image.getColorModel();
    if (colors instanceof IndexColorModel palette) {
      return palette(image.getRaster(), palette);
    }
    if (colors instanceof DirectColorModel) {
      return packed(image);
    }
    check(image.getRaster(), colors);
    Raster raster = image.getRaster();
    int channels = raster.getNumBands() < 3 ? 1 : 3;
    return isPlain(raster, channels)
        ? pixels(image, channels, ((DataBufferByte) raster.getDataBuffer()).getData())
        : pixels(image, channels, samples(raster, channels));
  }

  private static void check(Raster raster, ColorModel colors) throws UnsupportedImageException {
    int space = colors.getColorSpace().getType();
    if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
      throw new UnsupportedImageException("its colours are neither grey nor RGB");
    }
    int type = raster.getSampleModel().getDataType();
    if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
      throw new UnsupportedImageException("its samples are not whole numbers of 1 to 16 bits");
    }
  }

  private static Pixels pixels(BufferedImage image, int channels, byte[] data) {
    return new Pixels(image.getHeight(), image.getWidth(), channels, data);
  }

  /** Whether the raster's array is laid out as ours is. */
  private static boolean isPlain(Raster raster, int channels) {
    int[] order = channels == 1 ? new int[] {0} : new int[] {2, 1, 0};
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data
        && Arrays.equals(model.getBandOffsets(), order)
        && model.getScanlineStride() == raster.getWidth() * channels
        && data.getData().length == raster.getWidth() * raster.getHeight() * channels;
  }

  private static byte[] samples(Raster raster, int channels) {
    int bands = raster.getNumBands();
    int bits = raster.getSampleModel().getSampleSize(0);
    byte[] data = new byte[raster.getWidth() * raster.getHeight() * channels];
    int[] row = new int[raster.getWidth() * bands];
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int from = 0; from < row.length; from += bands) {
        for (int c = channels - 1; c >= 0; c--) {
          data[to++] = eightBits(row[from + c], bits);
        }
      }
    }
    return data;
  }

  /** Keeps the upper 8 of more bits, and spreads fewer over the whole range. */
  private static byte eightBits(int value, int bits) {
    return (byte) (bits >= 8 ? value >> (bits - 8) : value * 255 / ((1 << bits) - 1));
  }

  private static Pixels palette(Raster raster, IndexColorModel palette) {
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    byte[] data = new byte[raster.getWidth() * raster.getHeight() * 3];
    int[] row = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, row.length, 1, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = row[x] < colors.length ? colors[row[x]] : 0;
      }
      put(row, data, y);
    }
    return new Pixels(raster.getHeight(), raster.getWidth(), 3, data);
  }

  private static Pixels packed(BufferedImage image) {
    byte[] data = new byte[image.getWidth() * image.getHeight() * 3];
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      put(row, data, y);
    }
    return pixels(image, 3, data);
  }

  private static void put(int[] row, byte[] data, int y) {
    for (int x = 0, to = y * row.length * 3; x < row.length; x++) {
      data[to++] = (byte) row[x];
      data[to++] = (byte) (row[x] >> 8);
      data[to++] = (byte) (row[x] >> 16);
    }
  }
}
