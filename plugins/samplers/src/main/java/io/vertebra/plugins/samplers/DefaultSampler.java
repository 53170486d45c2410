package io.vertebra.plugins.samplers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws each sample once an epoch, in order or shuffled, {@code mmengine.dataset.DefaultSampler}.
 * The shuffled order follows from seed and epoch alone. It is not PyTorch's for the same seed.
 */
@Plugin(
    kind = Kind.SAMPLER,
    type = "DefaultSampler",
    summary = "Each sample once an epoch, in order or shuffled")
public final class DefaultSampler implements Sampler {
  private final boolean shuffle;
  private final int size;
  private final long base;

  /**
   * Options of {@link DefaultSampler}.
   *
   * @param shuffle whether each epoch has an order of its own
   * @param seed what the orders follow from
   * @param roundUp whether the replicas of a run draw equally many samples
   */
  public record Options(
      @Doc("draw in a new order each epoch") @Default("true") boolean shuffle,
      @Doc("what the orders follow from; the seed of the run where it is left out")
          Optional<Long> seed,
      @Doc("let all replicas draw equally many samples; a run of one replica is not changed by it")
          @Default("true")
          boolean roundUp) {}

  /**
   * Makes the sampler.
   *
   * @param options the options
   * @param context the data set, and the seed of the run
   */
  public DefaultSampler(Options options, SamplerContext context) {
    requireNonNull(context, "context is null");
    this.shuffle = options.shuffle();
    this.size = context.dataset().size();
    // One draw first, so that epoch 1 of a seed is not epoch 0 of the next seed.
    this.base = new SplittableRandom(options.seed().orElse(context.seed())).nextLong();
  }

  @Override
  public int[] indices(int epoch) {
    int[] indices = IntStream.range(0, size).toArray();
    if (shuffle) {
      shuffle(indices, new SplittableRandom(base + epoch));
    }
    return indices;
  }

  /** Shuffles as Durstenfeld does (Algorithm 235, 1964): each order is equally likely. */
  private static void shuffle(int[] values, RandomGenerator random) {
    for (int last = values.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int value = values[last];
      values[last] = values[other];
      values[other] = value;
    }
  }
}
