package io.vertebra.nn;

/** Numbers of channels. */
public final class Channels {
  private static final double LEAST_SHARE = 0.9;

  private Channels() {}

  /**
   * Rounds a number of channels to a multiple, the nearest unless that is below nine tenths of it;
   * {@code mmpretrain.models.utils.make_divisible}.
   *
   * @param channels the number, for example 32 times a width of 0.75
   * @param divisor what the result is a multiple of, and its least
   * @return the multiple
   */
  public static int divisible(double channels, int divisor) {
    return divisible(channels, divisor, LEAST_SHARE);
  }

  /**
   * Rounds a number of channels to a multiple.
   *
   * @param channels the number
   * @param divisor what the result is a multiple of, and its least
   * @param leastShare how much of the number must be left, from 0 to 1; the result is the next
   *     multiple where the nearest is less
   * @return the multiple
   */
  public static int divisible(double channels, int divisor, double leastShare) {
    int nearest = Math.max(divisor, (int) (channels + divisor / 2.0) / divisor * divisor);
    return nearest < leastShare * channels ? nearest + divisor : nearest;
  }
}
