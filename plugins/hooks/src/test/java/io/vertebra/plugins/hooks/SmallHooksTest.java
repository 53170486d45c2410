package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void refusesANetworkWithOtherClassesThanTheData() {
    new ClassNumCheckHook().beforeTrain(run.run());
    assertThatThrownBy(() -> new ClassNumCheckHook().beforeVal(run.scoring(3).run()))
        .hasMessage(
            "the network scores 3 classes, but the validation data has 2: set num_classes of the"
                + " head to 2");
  }

  @Test
  void failsOrStopsAtALossThatIsNotANumber() {
    run.scalars().put("loss", Double.NaN);
    CheckInvalidLossHook failing =
        new CheckInvalidLossHook(
            new CheckInvalidLossHook.Options(2, CheckInvalidLossHook.Action.FAIL));
    failing.afterTrainIter(run.iteration(0, 0).run());
    assertThatThrownBy(() -> failing.afterTrainIter(run.iteration(0, 1).run()))
        .hasMessageContaining("the loss of iteration 2 is NaN");

    new CheckInvalidLossHook(new CheckInvalidLossHook.Options(1, CheckInvalidLossHook.Action.STOP))
        .afterTrainIter(run.run());
    assertThat(run.calls()).singleElement().asString().startsWith("stop the loss of iteration 2");
  }

  @Test
  void estimatesStatisticsEachInterval() {
    PreciseBnHook hook = new PreciseBnHook(new PreciseBnHook.Options(99, 2, true));
    hook.afterTrainIter(run.iteration(0, 0).run());
    hook.afterTrainEpoch(run.endOfEpoch(0).run());
    assertThat(run.calls()).isEmpty();
    hook.afterTrainEpoch(run.endOfEpoch(1).run());
    assertThat(run.calls()).containsExactly("estimateBatchStatistics 99");
  }

  @Test
  void emptiesTheCacheWhereItIsAskedTo() {
    EmptyCacheHook hook = new EmptyCacheHook(new EmptyCacheHook.Options(false, true, false));
    hook.beforeTrainEpoch(run.run());
    hook.afterTrainIter(run.run());
    assertThat(run.calls()).isEmpty();
    hook.afterTrainEpoch(run.run());
    assertThat(run.calls()).containsExactly("emptyCache");
  }

  @Test
  void runInMmenginesOrder() {
    assertThat(new IterTimerHook().priority()).isEqualTo(50);
    assertThat(new LoggerHook(new LoggerHook.Options(10, false)).priority()).isEqualTo(60);
    assertThat(new ParamSchedulerHook().priority()).isEqualTo(70);
  }
}
