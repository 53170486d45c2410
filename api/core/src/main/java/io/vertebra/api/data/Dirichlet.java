package io.vertebra.api.data;

import java.util.random.RandomGenerator;

/**
 * Draws weights that add up to 1, for mixes of images.
 *
 * @param alpha the parameter of the symmetric distribution, greater than 0: small for unequal
 *     weights
 */
public record Dirichlet(double alpha) {
  /** Checks the parameter. */
  public Dirichlet {
    if (!(alpha > 0)) {
      throw new IllegalArgumentException("alpha is %s: it must be greater than 0".formatted(alpha));
    }
  }

  /**
   * Draws weights.
   *
   * @param count how many, 1 or more; of two the first has the distribution Beta(alpha, alpha)
   * @param random the source of chance
   * @return a new array whose sum is 1
   */
  public double[] draw(int count, RandomGenerator random) {
    double[] weights = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = gamma(random);
      sum += weights[i];
    }
    for (int i = 0; i < count; i++) {
      weights[i] = sum == 0 ? 1.0 / count : weights[i] / sum;
    }
    return weights;
  }

  /** Marsaglia and Tsang, A simple method for generating gamma variables, 2000. */
  private double gamma(RandomGenerator random) {
    // Below 1 the method does not work: Gamma(a) = Gamma(a + 1) * U^(1/a).
    double boost = alpha < 1 ? Math.pow(1 - random.nextDouble(), 1 / alpha) : 1;
    double shape = (alpha < 1 ? alpha + 1 : alpha) - 1.0 / 3;
    double scale = 1 / Math.sqrt(9 * shape);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + scale * normal;
      double cube = root * root * root;
      double bound = normal * normal / 2 + shape * (1 - cube + Math.log(Math.max(cube, 1e-300)));
      if (cube > 0 && Math.log(1 - random.nextDouble()) < bound) {
        return shape * cube * boost;
      }
    }
  }
}
