package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers are those of {@code mmpretrain.models.utils.make_divisible}. */
final class ChannelsTest {
  @Test
  void roundsToTheNearestMultiple() {
    assertThat(Channels.divisible(19, 8)).isEqualTo(24);
    assertThat(Channels.divisible(20, 8)).isEqualTo(24);
    assertThat(Channels.divisible(32 * 0.75, 8)).isEqualTo(24);
    assertThat(Channels.divisible(33, 8)).isEqualTo(32);
  }

  @Test
  void neverGivesLessThanTheShareThatMustBeLeft() {
    assertThat(Channels.divisible(10, 8)).isEqualTo(16);
    assertThat(Channels.divisible(10, 8, 0.8)).isEqualTo(8);
    assertThat(Channels.divisible(1, 8)).isEqualTo(8);
  }
}
