package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes the mean of equal blocks, for sizes that divide: OpenCV's {@code INTER_AREA} with whole
 * factors, and its {@code INTER_LINEAR} with factor 2.
 */
final class BlockMeanResampler implements Resampler {
  private final int blockHeight;
  private final int blockWidth;

  BlockMeanResampler(int blockHeight, int blockWidth) {
    this.blockHeight = blockHeight;
    this.blockWidth = blockWidth;
  }

  @Override
  public void resample(ImageBuffer source, ImageBuffer target) {
    byte[] input = new byte[source.width() * source.channels()];
    int[] sums = new int[target.width() * target.channels()];
    byte[] output = new byte[sums.length];
    ByteBuffer from = source.pixels();
    ByteBuffer to = target.pixels();
    for (int y = 0; y < target.height(); y++) {
      Arrays.fill(sums, 0);
      for (int row = 0; row < blockHeight; row++) {
        from.get((y * blockHeight + row) * input.length, input);
        add(input, sums, source.channels());
      }
      divide(sums, output);
      to.put(output);
    }
  }

  private void add(byte[] input, int[] sums, int channels) {
    int outputs = sums.length / channels;
    for (int x = 0, from = 0; x < outputs; x++) {
      for (int column = 0; column < blockWidth; column++) {
        for (int c = 0; c < channels; c++) {
          sums[x * channels + c] += input[from++] & 0xff;
        }
      }
    }
  }

  /** OpenCV rounds halves up for blocks of 2 x 2 and to the even number for all others. */
  private void divide(int[] sums, byte[] output) {
    if (blockHeight == 2 && blockWidth == 2) {
      for (int i = 0; i < sums.length; i++) {
        output[i] = (byte) ((sums[i] + 2) >> 2);
      }
    } else {
      float factor = 1f / (blockHeight * blockWidth);
      for (int i = 0; i < sums.length; i++) {
        output[i] = (byte) Math.rint(sums[i] * factor);
      }
    }
  }
}
