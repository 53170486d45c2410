package io.vertebra.imaging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where values lie in a picture.
 *
 * @param low the least value
 * @param high the greatest value, above the least
 * @param from the pixel of the least value
 * @param to the pixel of the greatest value
 */
record PlotScale(double low, double high, double from, double to) {
  private static final int TICKS = 5;
  private static final double LEAST_PLAIN = 1e-4;
  private static final double GREATEST_PLAIN = 1e7;

  /**
   * Spreads values over pixels.
   *
   * @param values at least one; one that is alone, or several equal ones, lie in the middle
   */
  static PlotScale of(List<Double> values, double from, double to) {
    double low = Collections.min(values);
    double high = Collections.max(values);
    double room = high > low ? 0 : Math.max(Math.abs(high) / 2, 1e-12);
    return new PlotScale(low - room, high + room, from, to);
  }

  double pixel(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /**
   * About five round values within the scale, at even distances of 1, 2 or 5 times a power of ten.
   */
  List<BigDecimal> ticks() {
    BigDecimal step = step((high - low) / TICKS);
    List<BigDecimal> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step.doubleValue());
    long last = (long) Math.floor(high / step.doubleValue());
    for (long i = first; i <= last; i++) {
      ticks.add(step.multiply(BigDecimal.valueOf(i)));
    }
    return ticks;
  }

  private static BigDecimal step(double wanted) {
    int exponent = (int) Math.floor(Math.log10(wanted));
    double part = wanted / Math.pow(10, exponent);
    int digit = part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10;
    return BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
  }

  /** Words a tick, with an exponent where it would be long. */
  static String text(BigDecimal tick) {
    double size = Math.abs(tick.doubleValue());
    BigDecimal shortest = tick.stripTrailingZeros();
    return size == 0 || (size >= LEAST_PLAIN && size < GREATEST_PLAIN)
        ? shortest.toPlainString()
        : shortest.toString();
  }
}
