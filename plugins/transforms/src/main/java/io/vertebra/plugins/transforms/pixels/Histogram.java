package io.vertebra.plugins.transforms.pixels;

import io.vertebra.api.image.ImageBuffer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How often each value occurs in a channel, and the changes that follow from it. */
public final class Histogram {
  private final int[] counts;

  private Histogram(int... counts) {
    this.counts = counts;
  }

  /**
   * Stretches each channel so that its values reach from 0 to 255, as {@code mmcv.auto_contrast}
   * does. A channel of one value stays.
   *
   * @param image the image to change
   */
  public static void stretch(ImageBuffer image) {
    byChannel(image, Histogram::stretching).apply(image);
  }

  /**
   * Makes the values of each channel about equally frequent, as {@code mmcv.imequalize} does.
   *
   * @param image the image to change
   */
  public static void equalize(ImageBuffer image) {
    byChannel(image, Histogram::equalizing).apply(image);
  }

  private static PointTable byChannel(
      ImageBuffer image, Function<Histogram, IntUnaryOperator> change) {
    int[][] counts = count(image);
    IntUnaryOperator[] changes = new IntUnaryOperator[counts.length];
    for (int c = 0; c < changes.length; c++) {
      changes[c] = change.apply(new Histogram(counts[c]));
    }
    return PointTable.perChannel(changes);
  }

  private static int[][] count(ImageBuffer image) {
    int[][] counts = new int[image.channels()][PointTable.LEVELS];
    Rows.read(
        image,
        row -> {
          for (int c = 0; c < counts.length; c++) {
            int[] channel = counts[c];
            for (int i = c; i < row.length; i += counts.length) {
              channel[row[i] & 0xff]++;
            }
          }
        });
    return counts;
  }

  private IntUnaryOperator stretching() {
    int low = IntStream.range(0, counts.length).filter(v -> counts[v] > 0).findFirst().orElse(0);
    int high = last();
    if (low >= high) {
      return IntUnaryOperator.identity();
    }
    double scale = 255.0 / (high - low);
    double offset = -low * scale;
    return v -> (int) Math.max(0, Math.min(255, v * scale + offset));
  }

  private IntUnaryOperator equalizing() {
    int step = (IntStream.of(counts).sum() - counts[last()]) / 255;
    if (step == 0) {
      return IntUnaryOperator.identity();
    }
    int[] below = new int[counts.length];
    for (int v = 1; v < below.length; v++) {
      below[v] = below[v - 1] + counts[v - 1];
    }
    return v -> v == 0 ? 0 : Math.min(255, (below[v] + step / 2) / step);
  }

  /** The greatest value that occurs. */
  private int last() {
    int last = counts.length - 1;
    while (last > 0 && counts[last] == 0) {
      last--;
    }
    return last;
  }
}
