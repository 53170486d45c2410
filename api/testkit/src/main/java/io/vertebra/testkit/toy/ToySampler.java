package io.vertebra.testkit.toy;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.stream.IntStream;

/** Draws samples in their order. */
@Plugin(kind = Kind.SAMPLER, type = "ToySampler", summary = "For tests: samples in their order")
public final class ToySampler implements Sampler {
  private final int size;

  /**
   * Makes the sampler.
   *
   * @param context what is drawn from
   */
  public ToySampler(SamplerContext context) {
    size = context.dataset().size();
  }

  @Override
  public int[] indices(int epoch) {
    return IntStream.range(0, size).toArray();
  }
}
