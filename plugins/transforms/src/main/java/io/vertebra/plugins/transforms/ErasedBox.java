package io.vertebra.plugins.transforms;

import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the rectangle that is erased: ratio, area, top, left. Where it would be longer than the
 * image it is cut.
 *
 * @param minArea the least part of the area
 * @param maxArea the greatest part of the area
 * @param ratios least and greatest ratio of height to width, drawn evenly in logarithm
 */
record ErasedBox(double minArea, double maxArea, List<Double> ratios) implements BoxDraw {
  @Override
  public Rectangle draw(int height, int width, RandomGenerator random) {
    double ratio = Math.exp(BoxDraw.uniform(log(ratios.get(0)), log(ratios.get(1)), random));
    double area = height * width * BoxDraw.uniform(minArea, maxArea, random);
    int boxHeight = Math.min((int) Math.rint(Math.sqrt(area * ratio)), height);
    int boxWidth = Math.min((int) Math.rint(Math.sqrt(area / ratio)), width);
    int top = height > boxHeight ? random.nextInt(height - boxHeight) : 0;
    int left = width > boxWidth ? random.nextInt(width - boxWidth) : 0;
    return new Rectangle(top, left, boxHeight, boxWidth);
  }

  /** MMPretrain takes logarithms in float32. */
  private static double log(double ratio) {
    return (float) Math.log((float) ratio);
  }
}
