package io.vertebra.api.model;

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
}
