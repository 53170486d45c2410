package io.vertebra.plugins.transforms;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sends each sample through one of several pipelines, {@code mmcv.transforms.RandomChoice}. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "RandomChoice",
    summary = "Sends each sample through one of several pipelines")
public final class RandomChoice implements Transform {
  private static final double ROUNDING = 1e-6;

  private final List<Pipeline> pipelines;
  private final Optional<List<Double>> prob;

  /**
   * Options of {@link RandomChoice}.
   *
   * @param transforms the pipelines
   * @param prob their probabilities
   */
  public record Options(
      @Doc("pipelines: each a transform, or a list of them") List<TransformList> transforms,
      @Doc("probability of each pipeline, together 1; all the same by default")
          @Range(min = 0, max = 1)
          Optional<List<Double>> prob) {
    /** Checks the probabilities. */
    public Options {
      if (transforms.isEmpty()) {
        throw new IllegalArgumentException("transforms is an empty list");
      }
      double sum = prob.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).sum();
      if (prob.isPresent()
          && (prob.get().size() != transforms.size() || Math.abs(sum - 1) > ROUNDING)) {
        throw new IllegalArgumentException(
            "prob is %s: expected a number for each of the %d pipelines, together 1"
                .formatted(prob.get(), transforms.size()));
      }
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public RandomChoice(Options options) {
    this.pipelines = options.transforms().stream().map(TransformList::pipeline).toList();
    this.prob = options.prob();
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    int chosen = prob.isEmpty() ? random.nextInt(pipelines.size()) : weighted(random.nextDouble());
    return pipelines.get(chosen).apply(sample, random);
  }

  private int weighted(double draw) {
    double bound = 0;
    int last = pipelines.size() - 1;
    for (int i = 0; i < last; i++) {
      bound += prob.orElseThrow().get(i);
      if (draw < bound) {
        return i;
      }
    }
    return last;
  }
}
