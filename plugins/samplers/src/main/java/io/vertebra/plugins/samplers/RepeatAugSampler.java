package io.vertebra.plugins.samplers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws each sample several times, so that a batch holds several augmentations of it, {@code
 * mmpretrain.datasets.RepeatAugSampler} (Hoffer et al., Augment your batch, 2020; Touvron et al.,
 * Training data-efficient image transformers, 2021). An epoch is as long as one without
 * repetitions, so that it has a part of the samples only; without shuffling it is always the same
 * part.
 */
@Plugin(
    kind = Kind.SAMPLER,
    type = "RepeatAugSampler",
    summary = "Each sample several times, and only as many samples as an epoch has room for")
public final class RepeatAugSampler implements Sampler {
  private final Options options;
  private final SamplerContext context;
  private final Shuffle shuffle;

  /**
   * Options of {@link RepeatAugSampler}.
   *
   * @param shuffle whether each epoch has an order of its own
   * @param numRepeats how often a sample is drawn
   * @param seed what the orders follow from
   */
  public record Options(
      @Doc("draw in a new order each epoch") @Default("true") boolean shuffle,
      @Doc("how often a sample is drawn") @Default("3") @Range(min = 1) int numRepeats,
      @Doc("what the orders follow from; the seed of the run where it is left out")
          Optional<Long> seed) {}

  /**
   * Makes the sampler.
   *
   * @param options the options
   * @param context the data set, and the seed of the run
   */
  public RepeatAugSampler(Options options, SamplerContext context) {
    this.options = options;
    this.context = requireNonNull(context, "context is null");
    this.shuffle = new Shuffle(options.seed().orElse(context.seed()));
  }

  @Override
  public int[] indices(int epoch) {
    int size = context.dataset().size();
    int[] order =
        options.shuffle() ? shuffle.order(size, epoch) : IntStream.range(0, size).toArray();
    long repeated = (long) size * options.numRepeats();
    int[] indices = new int[new Replica(context).share(size)];
    for (int i = 0; i < indices.length; i++) {
      long position = (context.replica() + (long) i * context.replicas()) % repeated;
      indices[i] = order[(int) (position / options.numRepeats())];
    }
    return indices;
  }
}
