package io.vertebra.imaging;

/**
 * The taps of {@code cv2.resize} along one axis, with weights of 11 fractional bits. Positions and
 * weights are computed in float32 where OpenCV does so ({@code resize.cpp}).
 */
final class Cv2Taps {
  private static final float ONE = 2048;
  private static final float A = -0.75f;

  private Cv2Taps() {}

  /** The size of a source pixel step, through the inverse as OpenCV computes it. */
  static double scale(int in, int out) {
    return 1.0 / ((double) out / in);
  }

  /** Two taps around the position that an output pixel's centre has in the source. */
  static Taps linear(int in, int out) {
    return of(2, in, out, Cv2Taps::linearWeights);
  }

  /** Four taps of cubic convolution with a = -0.75. */
  static Taps cubic(int in, int out) {
    return of(4, in, out, Cv2Taps::cubicWeights);
  }

  /** Eight taps of a sinc in a sinc window, normalised to sum 1. */
  static Taps lanczos(int in, int out) {
    return of(8, in, out, Cv2Taps::lanczosWeights);
  }

  /** Two taps that give the mean over the area of an output pixel where an axis grows. */
  static Taps grownArea(int in, int out) {
    Taps taps = new Taps(2, new int[out], new int[2 * out]);
    double scale = scale(in, out);
    double inverse = (double) out / in;
    for (int x = 0; x < out; x++) {
      int first = (int) Math.floor(x * scale);
      float fraction = (float) ((x + 1) - (first + 1) * inverse);
      fraction = fraction <= 0 ? 0 : fraction - (float) Math.floor(fraction);
      put(taps, x, first, new float[] {1 - fraction, fraction});
    }
    return taps;
  }

  private static Taps of(int count, int in, int out, Weights weights) {
    Taps taps = new Taps(count, new int[out], new int[count * out]);
    double scale = scale(in, out);
    float[] values = new float[count];
    for (int x = 0; x < out; x++) {
      float position = (float) ((x + 0.5) * scale - 0.5);
      int whole = (int) Math.floor(position);
      weights.at(position - whole, values);
      put(taps, x, whole - count / 2 + 1, values);
    }
    return taps;
  }

  private static void put(Taps taps, int x, int first, float[] weights) {
    taps.first()[x] = first;
    for (int k = 0; k < weights.length; k++) {
      taps.weights()[x * weights.length + k] = (int) Math.rint(weights[k] * ONE);
    }
  }

  private static void linearWeights(float fraction, float[] weights) {
    weights[0] = 1 - fraction;
    weights[1] = fraction;
  }

  private static void cubicWeights(float x, float[] weights) {
    weights[0] = ((A * (x + 1) - 5 * A) * (x + 1) + 8 * A) * (x + 1) - 4 * A;
    weights[1] = ((A + 2) * x - (A + 3)) * x * x + 1;
    weights[2] = ((A + 2) * (1 - x) - (A + 3)) * (1 - x) * (1 - x) + 1;
    weights[3] = 1 - weights[0] - weights[1] - weights[2];
  }

  private static void lanczosWeights(float fraction, float[] weights) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double distance = Math.PI * (fraction + 3 - k);
      double weight =
          Math.abs(distance) < 1e-6
              ? 1
              : Math.sin(distance) * Math.sin(distance / 4) / (distance * distance / 4);
      weights[k] = (float) weight;
      sum += weight;
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= (float) sum;
    }
  }

  /** Weights of the taps around a position. */
  private interface Weights {
    /** Fills in the weights for a position this far, 0 to 1, behind the tap left of it. */
    void at(float fraction, float[] weights);
  }
}
