package io.vertebra.api.model;

import static java.util.Objects.requireNonNull;

import java.util.function.LongToDoubleFunction;

/** What the values of a new array are drawn from. */
public sealed interface Distribution {
  /**
   * Every value is the same.
   *
   * @param value the value
   */
  record Constant(double value) implements Distribution {}

  /**
   * Values are spread evenly over {@code [low, high)}.
   *
   * @param low the lower bound
   * @param high the upper bound
   */
  record Uniform(double low, double high) implements Distribution {}

  /**
   * Values are normally distributed.
   *
   * @param mean the mean
   * @param std the standard deviation
   */
  record Normal(double mean, double std) implements Distribution {}

  /**
   * Values are normally distributed, but only those within bounds are drawn.
   *
   * @param mean the mean before the bounds
   * @param std the standard deviation before the bounds
   * @param low the lower bound, an absolute value and not a multiple of the deviation
   * @param high the upper bound
   */
  record TruncatedNormal(double mean, double std, double low, double high) implements Distribution {
    /** Checks that something is left between the bounds. */
    public TruncatedNormal {
      if (!(std > 0 && low < high)) {
        throw new IllegalArgumentException(
            "a truncated normal distribution has a deviation above 0 and low < high, but std is "
                + "%s, low %s and high %s".formatted(std, low, high));
      }
    }
  }

  /**
   * Every value is known from its place. An array that is filled so is no weight but a table, such
   * as one of indices: it is as the network computes it, whatever a checkpoint says.
   *
   * @param values gives the value of a place, counted row by row from 0
   */
  record Computed(LongToDoubleFunction values) implements Distribution {
    /** Checks that there is a function. */
    public Computed {
      requireNonNull(values, "values is null");
    }
  }

  /**
   * All zeros.
   *
   * @return the distribution
   */
  static Distribution zeros() {
    return new Constant(0);
  }

  /**
   * All ones.
   *
   * @return the distribution
   */
  static Distribution ones() {
    return new Constant(1);
  }

  /**
   * What PyTorch fills the weight and the bias of convolutions and linear layers with: evenly
   * within {@code 1 / sqrt(fanIn)} around zero ({@code torch.nn.Linear.reset_parameters}; for the
   * weight it is {@code kaiming_uniform_(a=sqrt(5))}).
   *
   * @param fanIn the number of inputs of one output
   * @return the distribution
   */
  static Distribution fanInUniform(long fanIn) {
    double bound = 1 / Math.sqrt((double) fanIn);
    return new Uniform(-bound, bound);
  }

  /**
   * Normal with mean zero and the variance {@code 2 / fan} that keeps the scale of signals through
   * layers with rectifiers (He et al., Delving Deep into Rectifiers, 2015); {@code
   * torch.nn.init.kaiming_normal_} with {@code nonlinearity="relu"}.
   *
   * @param fan the number of inputs of one output, to keep the scale of features, or of outputs of
   *     one input, to keep that of gradients; 1 or more
   * @return the distribution
   */
  static Distribution kaimingNormal(long fan) {
    return new Normal(0, Math.sqrt(2 / (double) fan));
  }

  /**
   * Uniform with mean zero and the variance {@code 2 / (fanIn + fanOut)} that keeps the scale of
   * features and of gradients alike (Glorot and Bengio, Understanding the difficulty of training
   * deep feedforward neural networks, 2010); {@code torch.nn.init.xavier_uniform_}.
   *
   * @param fanIn the number of inputs of one output
   * @param fanOut the number of outputs of one input
   * @return the distribution
   */
  static Distribution xavierUniform(long fanIn, long fanOut) {
    double bound = Math.sqrt(6 / (double) (fanIn + fanOut));
    return new Uniform(-bound, bound);
  }

  /**
   * Normal with mean zero, within -2 and 2; {@code torch.nn.init.trunc_normal_} with its default
   * bounds.
   *
   * @param std the standard deviation
   * @return the distribution
   */
  static Distribution truncatedNormal(double std) {
    return new TruncatedNormal(0, std, -2, 2);
  }
}
