package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EmaHookTest {
  private final FakeRun run = new FakeRun();

  private static AverageOptions average(AverageType type, Double momentum, int interval) {
    return new AverageOptions(
        type, Optional.ofNullable(momentum), Optional.empty(), Optional.empty(), interval, false);
  }

  private EmaHook started(int beginIter, int beginEpoch, boolean onEma, boolean onOrigin) {
    AverageOptions average = average(AverageType.EXPONENTIAL, 0.25, 2);
    EmaHook hook =
        new EmaHook(new EmaHook.Options(average, beginIter, beginEpoch, onEma, onOrigin, false));
    hook.beforeRun(run.run());
    return hook;
  }

  private void trainEpoch(EmaHook hook, int epoch) {
    for (int batch = 0; batch < FakeRun.EPOCH_LENGTH; batch++) {
      hook.afterTrainIter(run.iteration(epoch, batch).run());
    }
  }

  @Test
  void copiesFirstAndAveragesEachInterval() {
    trainEpoch(started(0, 0, true, false), 0);
    assertThat(run.calls())
        .containsExactly(
            "copy", "copyBuffers", "copyBuffers", "average 0.25", "copyBuffers", "copyBuffers");
  }

  @Test
  void theAverageIsTheNetworkUntilItBegins() {
    trainEpoch(started(4, 0, true, false), 0);
    assertThat(run.calls()).containsExactly("copy", "copy", "copy", "copy", "copyBuffers");
    run.calls().clear();
    trainEpoch(started(0, 2, true, false), 0);
    assertThat(run.calls()).containsOnly("copy");
  }

  @Test
  void aBeginningAfterTheEndIsRefused() {
    EmaHook hook = started(13, 0, true, false);
    assertThatThrownBy(() -> hook.beforeTrain(run.run()))
        .hasMessageContaining("would never begin: begin_iter is 13 of 12");
  }

  @Test
  void theAverageIsInTheNetworkDuringEvaluations() {
    EmaHook hook = started(0, 0, true, false);
    hook.beforeValEpoch(run.run());
    hook.afterValEpoch(run.run(), Map.of());
    assertThat(run.calls()).containsExactly("swap", "swap");
  }

  @Test
  void bothAreEvaluatedWhereThatIsAskedFor() {
    EmaHook hook = started(0, 0, true, true);
    hook.beforeTestEpoch(run.run());
    hook.afterTestEpoch(run.run(), Map.of());
    assertThat(run.calls()).containsExactly("swap", "swap", "evaluateAgain _origin");
  }

  @Test
  void theNetworkStaysWhereTheAverageIsNotEvaluated() {
    EmaHook hook = started(0, 0, false, true);
    hook.beforeValEpoch(run.run());
    hook.afterValEpoch(run.run(), Map.of());
    assertThat(run.calls()).isEmpty();
  }

  @Test
  void goesOnFromItsState() {
    EmaHook first = started(0, 0, true, false);
    trainEpoch(first, 0);
    EmaHook resumed = started(0, 0, true, false);
    resumed.restore(first.state());
    run.calls().clear();
    trainEpoch(resumed, 1);
    assertThat(run.calls()).contains("average 0.25").doesNotContain("copy");
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> started(1, 1, true, false)).hasMessageContaining("both set");
    assertThatThrownBy(() -> started(0, 0, false, false)).hasMessageContaining("both false");
    assertThatThrownBy(() -> average(AverageType.MEAN, 0.1, 1))
        .hasMessageContaining("momentum has no meaning for the mean average");
    assertThatThrownBy(() -> average(AverageType.COSINE, 1.0, 1))
        .hasMessageContaining("momentum is 1.0");
  }
}
