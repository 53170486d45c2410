package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every {@link Sampler}: an epoch always has the same, valid indices. */
public abstract class SamplerContract extends PartContract<Sampler> {
  private static final int SIZE = 101;
  private static final int EPOCHS = 3;

  /** Makes the contract. */
  protected SamplerContract() {
    super(Kind.SAMPLER, Sampler.class);
  }

  /**
   * Whether each epoch has every sample once.
   *
   * @return true unless the sampler repeats or leaves out samples
   */
  protected boolean isPermutation() {
    return true;
  }

  @Override
  final Object[] arguments() {
    return new Object[] {new SamplerContext(new Labelled(), 42)};
  }

  @Override
  final void exercise(PluginRuntime runtime, Sampler part) {
    assertThat(part.indices(0)).isNotEmpty();
  }

  @Test
  final void indicesAreOfTheDataset() {
    try (PartBuilder builder = new PartBuilder()) {
      Sampler sampler = build(builder);
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        int[] indices = sampler.indices(epoch);
        assertThat(indices).isNotEmpty();
        assertThat(IntStream.of(indices)).allMatch(index -> index >= 0 && index < SIZE);
        if (isPermutation()) {
          assertThat(indices).containsExactlyInAnyOrder(IntStream.range(0, SIZE).toArray());
        }
      }
    }
  }

  @Test
  final void orderFollowsFromTheEpochAlone() {
    try (PartBuilder builder = new PartBuilder()) {
      Sampler sampler = build(builder);
      int[] later = sampler.indices(2);
      int[] kept = later.clone();
      Arrays.fill(later, -1);
      sampler.indices(0);
      assertThat(sampler.indices(2)).as("a new array each time").isEqualTo(kept);
      assertThat(build(builder).indices(2)).as("another sampler").isEqualTo(kept);
    }
  }

  /** Samples without images. */
  private record Labelled() implements Dataset {
    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public List<String> classes() {
      return List.of("a", "b");
    }

    @Override
    public int label(int index) {
      return index % 2;
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      throw new UnsupportedOperationException("a sampler reads no images");
    }
  }
}
