package io.vertebra.imaging;

import io.vertebra.api.image.Interpolation;

/** The filters of Pillow's {@code Image.resize}, as functions of the distance in source pixels. */
enum PillowFilter {
  BOX(0.5) {
    @Override
    double at(double x) {
      return x > -0.5 && x <= 0.5 ? 1 : 0;
    }
  },
  BILINEAR(1) {
    @Override
    double at(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  HAMMING(1) {
    @Override
    double at(double x) {
      return Math.abs(x) >= 1 ? 0 : sinc(x) * (0.54 + 0.46 * Math.cos(Math.PI * x));
    }
  },
  BICUBIC(2) {
    @Override
    double at(double x) {
      double t = Math.abs(x);
      if (t < 1) {
        return ((A + 2) * t - (A + 3)) * t * t + 1;
      }
      return t < 2 ? (((t - 5) * t + 8) * t - 4) * A : 0;
    }
  },
  LANCZOS(3) {
    @Override
    double at(double x) {
      return Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0;
    }
  };

  private static final double A = -0.5;
  private static final int ONE = 1 << 22;

  private final double support;

  PillowFilter(double support) {
    this.support = support;
  }

  /** The weight, before normalisation, of a pixel at this distance. */
  abstract double at(double x);

  static PillowFilter of(Interpolation interpolation) {
    return valueOf(interpolation.name());
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /**
   * Taps of one axis: the filter widens with the factor of a reduction; 22 fractional bits. There
   * are as many as the output position with the most of them needs.
   */
  Taps taps(int in, int out) {
    if (in == out) {
      return Taps.identity(in, ONE);
    }
    double scale = (double) in / out;
    Window window = new Window(in, scale, support * Math.max(scale, 1));
    int count = 0;
    for (int x = 0; x < out; x++) {
      count = Math.max(count, window.end(x) - window.first(x));
    }
    Taps taps = new Taps(count, new int[out], new int[out * count]);
    double[] weights = new double[count];
    for (int x = 0; x < out; x++) {
      fill(taps, x, window, weights);
    }
    return taps;
  }

  private void fill(Taps taps, int x, Window window, double[] weights) {
    int first = window.first(x);
    int used = window.end(x) - first;
    double narrowing = 1 / Math.max(window.scale(), 1);
    double sum = 0;
    for (int k = 0; k < used; k++) {
      weights[k] = at((k + first - window.centre(x) + 0.5) * narrowing);
      sum += weights[k];
    }
    taps.first()[x] = first;
    for (int k = 0; k < used; k++) {
      double weight = weights[k] / sum * ONE;
      taps.weights()[x * taps.count() + k] = (int) (weight + Math.copySign(0.5, weight));
    }
  }

  /**
   * The source positions under the filter.
   *
   * @param in how many there are
   * @param scale the distance of output positions
   * @param reach of the filter to either side
   */
  private record Window(int in, double scale, double reach) {
    double centre(int x) {
      return (x + 0.5) * scale;
    }

    int first(int x) {
      return Math.max(0, (int) (centre(x) - reach + 0.5));
    }

    /** The position after the last. */
    int end(int x) {
      return Math.min(in, (int) (centre(x) + reach + 0.5));
    }
  }
}
