package io.vertebra.plugins.samplers;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;

/**
 * Draws from an endless row of orders of all samples, {@code mmengine.dataset.InfiniteSampler}. The
 * replicas of a run take turns in the row, so that one may be ahead of an order by a sample, and a
 * batch may have the end of one order and the start of the next. For runs that are counted in
 * iterations; an epoch has as many samples as one order. The orders are not PyTorch's for the same
 * seed.
 */
@Plugin(
    kind = Kind.SAMPLER,
    type = "InfiniteSampler",
    summary = "An endless row of orders of all samples, for runs counted in iterations")
public final class InfiniteSampler implements Sampler {
  private final Options options;
  private final SamplerContext context;
  private final Shuffle shuffle;

  /**
   * Options of {@link InfiniteSampler}.
   *
   * @param shuffle whether each order is a new one
   * @param seed what the orders follow from
   */
  public record Options(
      @Doc("draw in a new order each time") @Default("true") boolean shuffle,
      @Doc("what the orders follow from; the seed of the run where it is left out")
          Optional<Long> seed) {}

  /**
   * Makes the sampler.
   *
   * @param options the options
   * @param context the data set, and the seed of the run
   */
  public InfiniteSampler(Options options, SamplerContext context) {
    this.options = options;
    this.context = requireNonNull(context, "context is null");
    this.shuffle = new Shuffle(options.seed().orElse(context.seed()));
  }

  @Override
  public boolean endless() {
    return true;
  }

  @Override
  public int[] indices(int epoch) {
    int size = context.dataset().size();
    int[] indices = new int[new Replica(context).share(size)];
    int[] order = {};
    long ofOrder = -1;
    for (int i = 0; i < indices.length; i++) {
      long drawn = (long) epoch * indices.length + i;
      long position = context.replica() + drawn * context.replicas();
      if (options.shuffle() && position / size != ofOrder) {
        ofOrder = position / size;
        order = shuffle.order(size, Math.toIntExact(ofOrder));
      }
      int within = (int) (position % size);
      indices[i] = options.shuffle() ? order[within] : within;
    }
    return indices;
  }
}
