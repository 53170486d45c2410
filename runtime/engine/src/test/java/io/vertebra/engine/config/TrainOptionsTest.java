package io.vertebra.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.options.IntPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrainOptionsTest {
  @Test
  void theLastEpochIsValidatedWhateverTheInterval() {
    assertThat(validated(TrainOptions.epochs(5, 2), 5)).containsExactly(2, 4, 5);
  }

  @Test
  void nothingIsValidatedBeforeTheBeginning() {
    TrainOptions options = options(Optional.of(6), Optional.empty(), 4, Optional.of(1), List.of());

    assertThat(validated(options, 6)).containsExactly(4, 5, 6);
  }

  @Test
  void intervalsChangeAtTheirMilestones() {
    TrainOptions options =
        options(
            Optional.of(10),
            Optional.empty(),
            1,
            Optional.of(4),
            List.of(new IntPair(9, 1), new IntPair(6, 2)));

    // The interval of a milestone holds from the epoch before it on, as in MMEngine.
    assertThat(validated(options, 10)).containsExactly(4, 6, 8, 9, 10);
  }

  @Test
  void iterationsAreValidatedEachThousandWhereNothingIsSaid() {
    TrainOptions options =
        options(Optional.empty(), Optional.of(2500), 1, Optional.empty(), List.of());

    assertThat(options.countsEpochs()).isFalse();
    assertThat(options.iterations(7)).isEqualTo(2500);
    assertThat(validated(options, 2500)).containsExactly(1000, 2000, 2500);
  }

  @Test
  void aLoopSaysWhichLengthItLacks() {
    assertThatThrownBy(
            () -> options(Optional.empty(), Optional.empty(), 1, Optional.empty(), List.of()))
        .hasMessageContaining("needs max_epochs");
    assertThatThrownBy(
            () ->
                new TrainOptions(
                    Optional.empty(),
                    Optional.of(false),
                    Optional.of(3),
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    List.of(),
                    NanPolicy.OFF,
                    List.of()))
        .hasMessageContaining("needs max_iters");
    assertThatThrownBy(
            () ->
                new TrainOptions(
                    Optional.of(TrainOptions.Type.EPOCHS),
                    Optional.of(false),
                    Optional.of(3),
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    List.of(),
                    NanPolicy.OFF,
                    List.of()))
        .hasMessageContaining("contradict");
  }

  private static TrainOptions options(
      Optional<Integer> epochs,
      Optional<Integer> iterations,
      int valBegin,
      Optional<Integer> valInterval,
      List<IntPair> dynamicIntervals) {
    Optional<Boolean> byEpoch = iterations.isPresent() ? Optional.of(false) : Optional.empty();
    return new TrainOptions(
        Optional.empty(),
        byEpoch,
        epochs,
        iterations,
        valBegin,
        valInterval,
        dynamicIntervals,
        NanPolicy.OFF,
        List.of());
  }

  private static List<Integer> validated(TrainOptions options, int end) {
    return IntStream.rangeClosed(1, end).filter(options::validatesAfter).boxed().toList();
  }
}
