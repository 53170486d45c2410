package io.vertebra.plugins.samplers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;

/**
 * Draws samples so that each class is as likely as any other, however many samples it has. Those of
 * rare classes come again in an epoch, and many of the frequent ones do not come. A sample of
 * several classes is as likely as its rarest class makes it.
 */
@Plugin(
    kind = Kind.SAMPLER,
    type = "ClassBalancedSampler",
    summary = "Samples drawn so that each class is equally likely")
public final class ClassBalancedSampler implements Sampler {
  private final SamplerContext context;
  private final Shuffle shuffle;
  private final Weights weights;
  private final int samples;

  /**
   * Options of {@link ClassBalancedSampler}.
   *
   * @param numSamples how many samples an epoch has
   * @param seed what the draws follow from
   */
  public record Options(
      @Doc("samples of an epoch; as many as the data set has where it is left out") @Range(min = 1)
          Optional<Integer> numSamples,
      @Doc("what the draws follow from; the seed of the run where it is left out")
          Optional<Long> seed) {}

  /**
   * Makes the sampler.
   *
   * @param options the options
   * @param context the data set, and the seed of the run
   */
  public ClassBalancedSampler(Options options, SamplerContext context) {
    this.context = requireNonNull(context, "context is null");
    this.shuffle = new Shuffle(options.seed().orElse(context.seed()));
    this.samples = options.numSamples().orElse(context.dataset().size());
    int[] counts = Weights.counts(context.dataset());
    this.weights = Weights.ofClasses(context.dataset(), label -> 1.0 / counts[label]);
  }

  @Override
  public int[] indices(int epoch) {
    int[] all = weights.withReplacement(samples, shuffle.random(epoch));
    return new Replica(context).part(all, true);
  }
}
