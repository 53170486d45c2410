package io.vertebra.plugins.samplers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.SamplerContext;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DefaultSamplerTest {
  private static DefaultSampler sampler(boolean shuffle, Long ownSeed, int size, long runSeed) {
    return new DefaultSampler(
        new DefaultSampler.Options(shuffle, Optional.ofNullable(ownSeed), true),
        new SamplerContext(SizedDataset.of(size), runSeed));
  }

  @Test
  void drawsInOrderWithoutShuffling() {
    assertThat(sampler(false, null, 5, 0).indices(3)).containsExactly(0, 1, 2, 3, 4);
    assertThat(sampler(true, null, 0, 0).indices(0)).isEmpty();
  }

  @Test
  void drawsEachSampleOnce() {
    int[] indices = sampler(true, null, 1000, 7).indices(0);
    assertThat(indices).isNotEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(indices).containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
  }

  @Test
  void orderFollowsFromSeedAndEpochAlone() {
    int[] order = sampler(true, null, 100, 7).indices(4);
    assertThat(sampler(true, null, 100, 7).indices(4)).isEqualTo(order);
    assertThat(sampler(true, null, 100, 7).indices(5)).isNotEqualTo(order);
    assertThat(sampler(true, null, 100, 8).indices(4)).isNotEqualTo(order);
    assertThat(sampler(true, null, 100, 8).indices(3)).isNotEqualTo(order);
  }

  /** A changed order would change what a resumed run draws. */
  @Test
  void orderIsTheSameInEveryVersion() {
    assertThat(sampler(true, null, 10, 42).indices(0))
        .containsExactly(0, 5, 9, 6, 8, 4, 7, 1, 3, 2);
  }

  @Test
  void ownSeedTakesThePlaceOfTheRunsSeed() {
    assertThat(sampler(true, 7L, 100, 99).indices(0))
        .isEqualTo(sampler(true, null, 100, 7).indices(0));
  }
}
