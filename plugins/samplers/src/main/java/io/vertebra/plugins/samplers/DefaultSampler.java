package io.vertebra.plugins.samplers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws each sample once an epoch, in order or shuffled, {@code mmengine.dataset.DefaultSampler}.
 * Of several replicas each draws every so many samples of one order. The shuffled order follows
 * from seed and epoch alone. It is not PyTorch's for the same seed.
 */
@Plugin(
    kind = Kind.SAMPLER,
    type = "DefaultSampler",
    summary = "Each sample once an epoch, in order or shuffled")
public final class DefaultSampler implements Sampler {
  private final Options options;
  private final SamplerContext context;
  private final Shuffle shuffle;

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
    this.options = options;
    this.context = requireNonNull(context, "context is null");
    this.shuffle = new Shuffle(options.seed().orElse(context.seed()));
  }

  @Override
  public int[] indices(int epoch) {
    int size = context.dataset().size();
    int[] all = options.shuffle() ? shuffle.order(size, epoch) : IntStream.range(0, size).toArray();
    return new Replica(context).part(all, options.roundUp());
  }
}
