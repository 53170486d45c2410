package io.vertebra.plugins.transforms;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** Sends some of the samples through other transforms, {@code mmcv.transforms.RandomApply}. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "RandomApply",
    summary = "Sends some of the samples through other transforms")
public final class RandomApply implements Transform {
  private final Pipeline pipeline;
  private final double prob;

  /**
   * Options of {@link RandomApply}.
   *
   * @param transforms the transforms
   * @param prob the probability
   */
  public record Options(
      @Doc("a transform, or a list of them that are carried out together") TransformList transforms,
      @Doc("probability that they are carried out") @Default("0.5") @Range(min = 0, max = 1)
          double prob) {}

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public RandomApply(Options options) {
    this.pipeline = options.transforms().pipeline();
    this.prob = options.prob();
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    return random.nextDouble() < prob ? pipeline.apply(sample, random) : sample;
  }
}
