package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SwaHookTest {
  private final FakeRun run = new FakeRun();

  private SwaHook started(int beginEpoch) {
    SwaHook hook = new SwaHook(new SwaHook.Options(beginEpoch, 1, Optional.of(64)));
    hook.beforeRun(run.run());
    return hook;
  }

  @Test
  void averagesEpochsAndEstimatesStatisticsOfTheAverage() {
    SwaHook hook = started(2);
    hook.afterTrainIter(run.iteration(0, 3).run());
    hook.afterTrainEpoch(run.endOfEpoch(0).run());
    assertThat(run.calls()).containsExactly("copy");
    run.calls().clear();
    hook.afterTrainEpoch(run.endOfEpoch(1).run());
    hook.afterTrainIter(run.iteration(2, 0).run());
    hook.afterTrainEpoch(run.endOfEpoch(2).run());
    assertThat(run.calls())
        .containsExactly(
            "average 1.0",
            "swap",
            "estimateBatchStatistics 64",
            "swap",
            "average 0.5",
            "swap",
            "estimateBatchStatistics 64",
            "swap");
  }

  @Test
  void goesOnFromItsState() {
    SwaHook first = started(1);
    first.afterTrainEpoch(run.endOfEpoch(0).run());
    SwaHook resumed = started(1);
    resumed.restore(first.state());
    run.calls().clear();
    resumed.afterTrainIter(run.iteration(1, 0).run());
    resumed.afterTrainEpoch(run.endOfEpoch(1).run());
    assertThat(run.calls()).first().isEqualTo("average 0.5");
  }

  @Test
  void aBeginningAfterTheEndIsRefused() {
    SwaHook hook = started(4);
    assertThatThrownBy(() -> hook.beforeTrain(run.run()))
        .hasMessageContaining("begin_epoch is 4, but there are 3 epochs");
  }
}
