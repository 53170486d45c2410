package io.vertebra.plugins.transforms;

import io.vertebra.plugins.transforms.pixels.Rectangle;
import java.util.random.RandomGenerator;

/** Draws the part of an image that is used. */
interface BoxDraw {
  /** Draws a rectangle within an image. */
  Rectangle draw(int height, int width, RandomGenerator random);

  /** Draws a number evenly. */
  static double uniform(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }
}
