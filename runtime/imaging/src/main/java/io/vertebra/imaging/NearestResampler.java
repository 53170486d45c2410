package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;

/** Copies one source pixel to each output pixel. */
final class NearestResampler implements Resampler {
  private final int[] columns;
  private final int[] rows;

  /**
   * Makes the resampler of one pair of sizes.
   *
   * @param columns the source column of each output column
   * @param rows the source row of each output row
   */
  NearestResampler(int[] columns, int[] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The positions that {@code INTER_NEAREST} takes along one axis. */
  static int[] cv2Positions(int in, int out) {
    double scale = Cv2Taps.scale(in, out);
    int[] positions = new int[out];
    for (int x = 0; x < out; x++) {
      positions[x] = Math.min((int) Math.floor(x * scale), in - 1);
    }
    return positions;
  }

  /**
   * The positions under the centres of the output pixels, which Pillow takes; steps are added up.
   */
  static int[] pillowPositions(int in, int out) {
    double scale = (double) in / out;
    double position = scale * 0.5;
    int[] positions = new int[out];
    for (int x = 0; x < out; x++) {
      positions[x] = Math.min((int) position, in - 1);
      position += scale;
    }
    return positions;
  }

  @Override
  public void resample(ImageBuffer source, ImageBuffer target) {
    int channels = source.channels();
    byte[] input = new byte[source.width() * channels];
    byte[] output = new byte[target.width() * channels];
    ByteBuffer from = source.pixels();
    ByteBuffer to = target.pixels();
    for (int row : rows) {
      from.get(row * input.length, input);
      for (int x = 0, i = 0; x < columns.length; x++) {
        for (int c = 0; c < channels; c++) {
          output[i++] = input[columns[x] * channels + c];
        }
      }
      to.put(output);
    }
  }
}
