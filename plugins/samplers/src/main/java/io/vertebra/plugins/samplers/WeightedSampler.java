package io.vertebra.plugins.samplers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Optional;

/**
 * Draws samples with probabilities in proportion to weights of their classes, as {@code
 * torch.utils.data.WeightedRandomSampler} does with those of samples. A sample of several classes
 * weighs as much as the one of them that weighs most.
 */
@Plugin(
    kind = Kind.SAMPLER,
    type = "WeightedSampler",
    summary = "Samples drawn with probabilities in proportion to weights of their classes")
public final class WeightedSampler implements Sampler {
  private final Options options;
  private final SamplerContext context;
  private final Shuffle shuffle;
  private final Weights weights;

  /**
   * Options of {@link WeightedSampler}.
   *
   * @param classWeights how much a sample of each class weighs
   * @param numSamples how many samples an epoch has
   * @param replacement whether a sample may be drawn again
   * @param seed what the draws follow from
   */
  public record Options(
      @Doc("how much a sample of each class weighs, by label; 0 leaves a class out")
          List<Double> classWeights,
      @Doc("samples of an epoch; as many as the data set has where it is left out") @Range(min = 1)
          Optional<Integer> numSamples,
      @Doc("let a sample be drawn again in an epoch") @Default("true") boolean replacement,
      @Doc("what the draws follow from; the seed of the run where it is left out")
          Optional<Long> seed) {
    /** Checks the weights. */
    public Options {
      classWeights = List.copyOf(classWeights);
      if (classWeights.stream().anyMatch(weight -> !(weight >= 0 && weight <= Float.MAX_VALUE))) {
        throw new IllegalArgumentException(
            "class_weights is " + classWeights + ": expected numbers of 0 or more");
      }
    }
  }

  /**
   * Makes the sampler.
   *
   * @param options the options
   * @param context the data set, and the seed of the run
   */
  public WeightedSampler(Options options, SamplerContext context) {
    this.options = options;
    this.context = requireNonNull(context, "context is null");
    this.shuffle = new Shuffle(options.seed().orElse(context.seed()));
    this.weights = Weights.ofClasses(context.dataset(), this::weight);
  }

  private double weight(int label) {
    List<Double> all = options.classWeights();
    if (label >= all.size()) {
      throw new IllegalArgumentException(
          "class_weights has %d weights, but there is a sample of the class %d"
              .formatted(all.size(), label));
    }
    return all.get(label);
  }

  @Override
  public int[] indices(int epoch) {
    int count = options.numSamples().orElse(context.dataset().size());
    int[] all =
        options.replacement()
            ? weights.withReplacement(count, shuffle.random(epoch))
            : weights.withoutReplacement(count, shuffle.random(epoch));
    return new Replica(context).part(all, true);
  }
}
