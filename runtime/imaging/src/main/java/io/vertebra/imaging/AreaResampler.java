package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Weights each source pixel with the part of it that an output pixel covers, in float32: OpenCV's
 * {@code INTER_AREA} where both axes shrink.
 */
final class AreaResampler implements Resampler {
  private final AreaCover[] columns;
  private final AreaCover[] rows;

  AreaResampler(AreaCover[] columns, AreaCover[] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  @Override
  public void resample(ImageBuffer source, ImageBuffer target) {
    byte[] input = new byte[source.width() * source.channels()];
    float[] along = new float[target.width() * target.channels()];
    float[] sums = new float[along.length];
    byte[] output = new byte[along.length];
    ByteBuffer from = source.pixels();
    ByteBuffer to = target.pixels();
    for (AreaCover cover : rows) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < cover.weights().length; k++) {
        from.get((cover.first() + k) * input.length, input);
        sumRow(input, along, source.channels());
        add(along, cover.weights()[k], sums);
      }
      for (int i = 0; i < sums.length; i++) {
        output[i] = (byte) Math.min(255, (int) Math.rint(sums[i]));
      }
      to.put(output);
    }
  }

  private void sumRow(byte[] input, float[] along, int channels) {
    for (int x = 0, i = 0; x < columns.length; x++) {
      float[] weights = columns[x].weights();
      for (int c = 0; c < channels; c++, i++) {
        float sum = 0;
        int from = columns[x].first() * channels + c;
        for (float weight : weights) {
          sum += (input[from] & 0xff) * weight;
          from += channels;
        }
        along[i] = sum;
      }
    }
  }

  private static void add(float[] row, float weight, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * row[i];
    }
  }
}
