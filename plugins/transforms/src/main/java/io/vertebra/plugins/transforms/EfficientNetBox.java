package io.vertebra.plugins.transforms;

import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws rectangles as EfficientNet's training does: a ratio first, then a height among those that
 * the areas and the image allow.
 *
 * @param areas least and greatest part of the area
 * @param ratios least and greatest ratio of width to height, drawn evenly
 * @param attempts draws until the middle of the image is taken instead
 * @param minCovered the least part of the area of all that is taken
 * @param middle the middle of an image
 */
record EfficientNetBox(
    List<Double> areas,
    List<Double> ratios,
    int attempts,
    double minCovered,
    EfficientNetMiddle middle)
    implements BoxDraw {
  /** MMPretrain's: keeps a width that rounds to the image's from being too wide. */
  private static final double ALMOST_HALF = 0.5 - 1e-7;

  @Override
  public Rectangle draw(int height, int width, RandomGenerator random) {
    for (int attempt = 0; attempt < attempts; attempt++) {
      double ratio = BoxDraw.uniform(ratios.get(0), ratios.get(1), random);
      int most = Math.min(height, mostRows(height, width, ratio));
      int least = Math.min(most, rows(areas.get(0), height, width, ratio));
      int boxHeight = (int) Math.rint(BoxDraw.uniform(least, most, random));
      int boxWidth = (int) Math.rint(boxHeight * ratio);
      if (boxWidth <= width && boxHeight <= height && fits(boxHeight, boxWidth, height, width)) {
        int top = random.nextInt(height - boxHeight + 1);
        int left = random.nextInt(width - boxWidth + 1);
        return new Rectangle(top, left, boxHeight, boxWidth);
      }
    }
    return middle.of(height, width);
  }

  private int mostRows(int height, int width, double ratio) {
    int most = rows(areas.get(1), height, width, ratio);
    if (most * ratio > width) {
      most = (int) ((width + ALMOST_HALF) / ratio);
      return most * ratio > width ? most - 1 : most;
    }
    return most;
  }

  private static int rows(double area, int height, int width, double ratio) {
    return (int) Math.rint(Math.sqrt(area * height * width / ratio));
  }

  private boolean fits(int boxHeight, int boxWidth, int height, int width) {
    double all = (double) height * width;
    double area = (double) boxHeight * boxWidth;
    return area > 0
        && area >= areas.get(0) * all
        && area <= areas.get(1) * all
        && area >= minCovered * all;
  }
}
