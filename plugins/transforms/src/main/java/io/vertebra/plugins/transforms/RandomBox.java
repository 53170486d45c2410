package io.vertebra.plugins.transforms;

import io.vertebra.plugins.transforms.pixels.Rectangle;
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
record RandomBox(List<Double> areas, List<Double> ratios, int attempts) implements BoxDraw {
  @Override
  public Rectangle draw(int height, int width, RandomGenerator random) {
    for (int attempt = 0; attempt < attempts; attempt++) {
      double area = BoxDraw.uniform(areas.get(0), areas.get(1), random) * height * width;
      double logRatio = BoxDraw.uniform(Math.log(ratios.get(0)), Math.log(ratios.get(1)), random);
      double ratio = Math.exp(logRatio);
      int boxWidth = (int) Math.rint(Math.sqrt(area * ratio));
      int boxHeight = (int) Math.rint(Math.sqrt(area / ratio));
      if (boxWidth > 0 && boxWidth <= width && boxHeight > 0 && boxHeight <= height) {
        int top = random.nextInt(height - boxHeight + 1);
        int left = random.nextInt(width - boxWidth + 1);
        return new Rectangle(top, left, boxHeight, boxWidth);
      }
    }
    return middle(height, width);
  }

  /** The largest box in the middle whose ratio is allowed. */
  private Rectangle middle(int height, int width) {
    double ratio = (double) width / height;
    int boxWidth = width;
    int boxHeight = height;
    if (ratio < ratios.get(0)) {
      boxHeight = (int) Math.rint(width / ratios.get(0));
    } else if (ratio > ratios.get(1)) {
      boxWidth = (int) Math.rint(height * ratios.get(1));
    }
    return new Rectangle((height - boxHeight) / 2, (width - boxWidth) / 2, boxHeight, boxWidth);
  }
}
