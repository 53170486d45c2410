package io.vertebra.imaging;

import java.util.Arrays;

/** The source positions of one axis that one output position covers, and how much of each. */
final class AreaCover {
  /** Parts below this share of a pixel do not count, as in OpenCV. */
  private static final double LEAST = 1e-3;

  private final int first;
  private final float[] weights;

  private AreaCover(int first, float[] weights) {
    this.first = first;
    this.weights = weights;
  }

  /** The first covered position. */
  int first() {
    return first;
  }

  /** The covered part of each position over the whole area. */
  float[] weights() {
    return weights;
  }

  /** The covers of one axis that shrinks or stays. */
  static AreaCover[] axis(int in, int out) {
    AreaCover[] covers = new AreaCover[out];
    Arrays.setAll(covers, x -> of(x, in, Cv2Taps.scale(in, out)));
    return covers;
  }

  private static AreaCover of(int x, int in, double scale) {
    double start = x * scale;
    double end = start + scale;
    double area = Math.min(scale, in - start);
    int last = Math.min((int) Math.floor(end), in - 1);
    int whole = Math.min((int) Math.ceil(start), last);
    int before = whole - start > LEAST ? 1 : 0;
    int after = end - last > LEAST ? 1 : 0;
    float[] weights = new float[before + last - whole + after];
    Arrays.fill(weights, (float) (1 / area));
    if (before == 1) {
      weights[0] = (float) ((whole - start) / area);
    }
    if (after == 1) {
      weights[weights.length - 1] = (float) (Math.min(Math.min(end - last, 1), area) / area);
    }
    return new AreaCover(whole - before, weights);
  }
}
