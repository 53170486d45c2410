package io.vertebra.plugins.transforms;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws rectangles within an image. A draw takes two numbers, area and ratio, and one that fits two
 * more, top and left.
 *
 * @param areas least and greatest part of the area
 * @param ratios least and greatest ratio of width to height; ratios are drawn evenly in logarithm
 * @param attempts draws until the middle of the image is taken instead
 */
record RandomBox(List<Double> areas, List<Double> ratios, int attempts) {
  Box draw(int height, int width, RandomGenerator random) {
    for (int attempt = 0; attempt < attempts; attempt++) {
      double area = uniform(areas.get(0), areas.get(1), random) * height * width;
      double logRatio = uniform(Math.log(ratios.get(0)), Math.log(ratios.get(1)), random);
      double ratio = Math.exp(logRatio);
      int boxWidth = (int) Math.rint(Math.sqrt(area * ratio));
      int boxHeight = (int) Math.rint(Math.sqrt(area / ratio));
      if (boxWidth > 0 && boxWidth <= width && boxHeight > 0 && boxHeight <= height) {
        int top = random.nextInt(height - boxHeight + 1);
        int left = random.nextInt(width - boxWidth + 1);
        return new Box(top, left, boxHeight, boxWidth);
      }
    }
    return middle(height, width);
  }

  /** The largest box in the middle whose ratio is allowed. */
  private Box middle(int height, int width) {
    double ratio = (double) width / height;
    int boxWidth = width;
    int boxHeight = height;
    if (ratio < ratios.get(0)) {
      boxHeight = (int) Math.rint(width / ratios.get(0));
    } else if (ratio > ratios.get(1)) {
      boxWidth = (int) Math.rint(height * ratios.get(1));
    }
    return new Box((height - boxHeight) / 2, (width - boxWidth) / 2, boxHeight, boxWidth);
  }

  private static double uniform(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }

  /**
   * A rectangle.
   *
   * @param top its first row
   * @param left its first column
   * @param height its rows
   * @param width its columns
   */
  record Box(int top, int left, int height, int width) {}
}
