package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SmallHooksTest {
  private final FakeRun run = new FakeRun();

  @Test
  void schedulesStepAfterIterationsAndAfterEpochs() {
    ParamSchedulerHook hook = new ParamSchedulerHook();
    hook.afterTrainIter(run.run());
    hook.afterTrainEpoch(run.run());
    assertThat(run.calls()).containsExactly("stepSchedules false", "stepSchedules true");
  }

  @Test
  void measuresAnIterationFromTheEndOfTheLast() {
    PrimitiveIterator.OfLong ticks =
        LongStream.of(0, 1_000_000_000L, 3_000_000_000L, 3_500_000_000L, 4_000_000_000L).iterator();
    IterTimerHook hook = new IterTimerHook(ticks::nextLong);
    hook.beforeTrainEpoch(run.run());
    hook.beforeTrainIter(run.run());
    hook.afterTrainIter(run.run());
    assertThat(run.scalars()).isEqualTo(Map.of("data_time", 1.0, "time", 3.0));
    hook.beforeTrainIter(run.run());
    hook.afterTrainIter(run.run());
    assertThat(run.scalars()).isEqualTo(Map.of("data_time", 0.5, "time", 1.0));
  }

  @Test
  void runInMmenginesOrder() {
    assertThat(new IterTimerHook().priority()).isEqualTo(50);
    assertThat(new LoggerHook(new LoggerHook.Options(10, false)).priority()).isEqualTo(60);
    assertThat(new ParamSchedulerHook().priority()).isEqualTo(70);
  }
}
