package io.vertebra.plugins.samplers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OtherSamplersTest {
  private static final SizedDataset UNBALANCED =
      new SizedDataset(
          IntStream.range(0, 1000).mapToObj(i -> i < 900 ? 0 : i < 990 ? 1 : 2).toList());

  private static long drawn(Sampler sampler, int label) {
    return Arrays.stream(sampler.indices(0)).filter(i -> UNBALANCED.label(i) == label).count();
  }

  private static WeightedSampler weighted(boolean replacement, int samples, Double... weights) {
    return new WeightedSampler(
        new WeightedSampler.Options(
            List.of(weights), Optional.of(samples), replacement, Optional.empty()),
        new SamplerContext(UNBALANCED, 5));
  }

  @Test
  void infiniteOrdersFollowOneAnotherAcrossReplicas() {
    int size = 10;
    InfiniteSampler.Options options = new InfiniteSampler.Options(true, Optional.empty());
    InfiniteSampler first =
        new InfiniteSampler(options, new SamplerContext(SizedDataset.of(size), 3, 0, 2));
    InfiniteSampler second =
        new InfiniteSampler(options, new SamplerContext(SizedDataset.of(size), 3, 1, 2));
    int[] together =
        IntStream.range(0, size / 2)
            .flatMap(i -> IntStream.of(first.indices(0)[i], second.indices(0)[i]))
            .toArray();
    InfiniteSampler alone =
        new InfiniteSampler(options, new SamplerContext(SizedDataset.of(size), 3));
    assertThat(together).isEqualTo(alone.indices(0));
    assertThat(alone.indices(1)).isNotEqualTo(alone.indices(0));
    assertThat(alone.indices(1)).containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
  }

  @Test
  void infiniteOrdersAreOneRow() {
    assertThat(
            new InfiniteSampler(
                    new InfiniteSampler.Options(true, Optional.empty()),
                    new SamplerContext(SizedDataset.of(3), 0))
                .endless())
        .isTrue();
    assertThat(weighted(true, 1, 1.0, 1.0, 1.0).endless()).isFalse();
  }

  @Test
  void infiniteOrderWithoutShufflingBeginsAgain() {
    InfiniteSampler sampler =
        new InfiniteSampler(
            new InfiniteSampler.Options(false, Optional.empty()),
            new SamplerContext(SizedDataset.of(3), 0, 1, 2));
    assertThat(sampler.indices(0)).containsExactly(1, 0);
    assertThat(sampler.indices(1)).containsExactly(2, 1);
  }

  @Test
  void repeatedSamplesStandTogetherInNewOrders() {
    RepeatAugSampler sampler =
        new RepeatAugSampler(
            new RepeatAugSampler.Options(true, 2, Optional.of(4L)),
            new SamplerContext(SizedDataset.of(100), 9));
    int[] indices = sampler.indices(0);
    assertThat(indices).hasSize(100);
    assertThat(IntStream.range(0, 50)).allMatch(i -> indices[2 * i] == indices[2 * i + 1]);
    assertThat(sampler.indices(1)).isNotEqualTo(indices);
  }

  @Test
  void balancedClassesAreEquallyLikely() {
    ClassBalancedSampler sampler =
        new ClassBalancedSampler(
            new ClassBalancedSampler.Options(Optional.of(3000), Optional.empty()),
            new SamplerContext(UNBALANCED, 1));
    // Three standard deviations of a count with a mean of 1000.
    assertThat(Stream.of(0, 1, 2))
        .allSatisfy(k -> assertThat(drawn(sampler, k)).isBetween(922L, 1078L));
  }

  @Test
  void weightsAreThoseOfSamples() {
    WeightedSampler sampler = weighted(true, 3000, 0.0, 1.0, 9.0);
    assertThat(drawn(sampler, 0)).isZero();
    assertThat(drawn(sampler, 1)).isBetween(1418L, 1582L);
    assertThat(drawn(sampler, 2)).isBetween(1418L, 1582L);
  }

  @Test
  void withoutReplacementNoSampleComesTwice() {
    int[] indices = weighted(false, 100, 0.0, 1.0, 9.0).indices(0);
    assertThat(indices).hasSize(100).doesNotHaveDuplicates();
    assertThat(Arrays.stream(indices)).allMatch(i -> i >= 900);
    assertThatThrownBy(() -> weighted(false, 101, 0.0, 1.0, 9.0).indices(0))
        .hasMessageContaining("only 100 samples have a weight");
  }

  @Test
  void saysWhichWeightsDoNotFit() {
    assertThatThrownBy(() -> weighted(true, 1, 1.0))
        .hasMessageContaining("class_weights has 1 weights")
        .hasMessageContaining("class 1");
    assertThatThrownBy(() -> weighted(true, 1, -1.0, 1.0, 1.0)).hasMessageContaining("0 or more");
    assertThatThrownBy(() -> weighted(true, 1, 0.0, 0.0, 0.0))
        .hasMessageContaining("nothing to draw");
  }

  @Test
  void replicasHaveToBeThere() {
    assertThatThrownBy(() -> new SamplerContext(UNBALANCED, 0, 2, 2))
        .hasMessageContaining("no replica 2 of 2");
  }
}
