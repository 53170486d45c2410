package io.vertebra.imaging;

import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import java.util.function.IntFunction;

/** Chooses the way to resize between two sizes. */
final class Resamplers {
  private Resamplers() {}

  /**
   * Makes the resampler of a library, a rule and two sizes.
   *
   * @throws IllegalArgumentException if the library does not have the rule
   */
  static Resampler of(ResizeBackend backend, Interpolation interpolation, Size from, Size to) {
    if (!backend.interpolations().contains(interpolation)) {
      throw new IllegalArgumentException(
          "The backend '%s' cannot resize with '%s'; it has %s"
              .formatted(
                  backend.label(),
                  interpolation.label(),
                  backend.interpolations().stream().map(Interpolation::label).toList()));
    }
    return switch (backend) {
      case CV2 -> cv2(interpolation, from, to);
      case PILLOW -> pillow(interpolation, from, to);
    };
  }

  private static Resampler pillow(Interpolation interpolation, Size from, Size to) {
    if (interpolation == Interpolation.NEAREST) {
      return new NearestResampler(
          NearestResampler.pillowPositions(from.width(), to.width()),
          NearestResampler.pillowPositions(from.height(), to.height()));
    }
    PillowFilter filter = PillowFilter.of(interpolation);
    Taps horizontal = filter.taps(from.width(), to.width());
    Taps vertical = filter.taps(from.height(), to.height());
    return VerticalFirstResampler.applies(from, to)
        ? new VerticalFirstResampler(horizontal, vertical)
        : new SeparableResampler(horizontal, vertical, length -> new RoundedSum(true, length));
  }

  private static Resampler cv2(Interpolation interpolation, Size from, Size to) {
    return switch (interpolation) {
      case NEAREST ->
          new NearestResampler(
              NearestResampler.cv2Positions(from.width(), to.width()),
              NearestResampler.cv2Positions(from.height(), to.height()));
      case BILINEAR ->
          from.equals(to.times(2))
              ? new BlockMeanResampler(2, 2)
              : cv2(Cv2Taps::linear, from, to, TruncatedLinear::new);
      case BICUBIC -> cv2(Cv2Taps::cubic, from, to, length -> new RoundedSum(false, length));
      case LANCZOS -> cv2(Cv2Taps::lanczos, from, to, length -> new RoundedSum(false, length));
      case AREA -> area(from, to);
      default -> throw new AssertionError(interpolation);
    };
  }

  private static Resampler cv2(Axis axis, Size from, Size to, IntFunction<FixedPoint> arithmetic) {
    return new SeparableResampler(
        axis.taps(from.width(), to.width()), axis.taps(from.height(), to.height()), arithmetic);
  }

  /** Where an axis grows, OpenCV's area rule is a linear one with other weights. */
  private static Resampler area(Size from, Size to) {
    if (from.height() < to.height() || from.width() < to.width()) {
      return cv2(Cv2Taps::grownArea, from, to, TruncatedLinear::new);
    }
    if (from.height() % to.height() == 0 && from.width() % to.width() == 0) {
      return new BlockMeanResampler(from.height() / to.height(), from.width() / to.width());
    }
    return new AreaResampler(
        AreaCover.axis(from.width(), to.width()), AreaCover.axis(from.height(), to.height()));
  }

  /**
   * A size in pixels.
   *
   * @param height rows
   * @param width columns
   */
  record Size(int height, int width) {
    Size times(int factor) {
      return new Size(height * factor, width * factor);
    }
  }

  /** The taps of a rule for the sizes of one axis. */
  private interface Axis {
    Taps taps(int in, int out);
  }
}
