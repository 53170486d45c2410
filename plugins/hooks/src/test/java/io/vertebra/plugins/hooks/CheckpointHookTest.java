package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CheckpointHookTest {
  private final FakeRun run = new FakeRun();

  private static CheckpointHook hook(int interval, boolean byEpoch, int keep, MetricNames best) {
    return new CheckpointHook(
        new CheckpointHook.Options(
            interval, byEpoch, keep, true, Optional.ofNullable(best), Optional.empty(), 0));
  }

  private void train(CheckpointHook hook) {
    hook.beforeTrain(run.run());
    for (int epoch = 0; epoch < FakeRun.MAX_EPOCHS; epoch++) {
      for (int batch = 0; batch < FakeRun.EPOCH_LENGTH; batch++) {
        hook.afterTrainIter(run.iteration(epoch, batch).run());
      }
      hook.afterTrainEpoch(run.endOfEpoch(epoch).run());
    }
    hook.afterTrain(run.run());
  }

  private void validate(CheckpointHook hook, int epoch, double accuracy) {
    hook.afterTrainEpoch(run.endOfEpoch(epoch).run());
    hook.afterValEpoch(run.finished(epoch + 1).run(), Map.of("accuracy/top1", accuracy));
  }

  @Test
  void savesEachIntervalAndTheLastEpoch() {
    train(hook(2, true, -1, null));
    assertThat(run.calls()).containsExactly("save epoch_2 at 2/8", "save epoch_3 at 3/12");
  }

  @Test
  void savesIterations() {
    train(hook(5, false, -1, null));
    assertThat(run.calls())
        .containsExactly("save iter_5 at 1/5", "save iter_10 at 2/10", "save iter_12 at 2/12");
  }

  @Test
  void beginsToCountWhereItIsTold() {
    CheckpointHook.Options options =
        new CheckpointHook.Options(2, true, -1, false, Optional.empty(), Optional.empty(), 1);
    train(new CheckpointHook(options));
    assertThat(run.files()).containsExactly("epoch_1", "epoch_3");
  }

  @Test
  void deletesTheOldestAfterTheNewestIsWritten() {
    train(hook(1, true, 1, null));
    assertThat(run.calls())
        .containsExactly(
            "save epoch_1 at 1/4",
            "save epoch_2 at 2/8",
            "delete epoch_1",
            "save epoch_3 at 3/12",
            "delete epoch_2");
  }

  @Test
  void keepsTheBest() {
    CheckpointHook hook = hook(1, true, -1, MetricNames.of("accuracy/top1"));
    hook.beforeTrain(run.run());
    validate(hook, 0, 50);
    validate(hook, 1, 50);
    validate(hook, 2, 70);
    assertThat(run.calls())
        .containsExactly(
            "save epoch_1 at 1/4",
            "save best_accuracy_top1_epoch_1 at 1/4",
            "save epoch_2 at 2/8",
            "save epoch_3 at 3/12",
            "save best_accuracy_top1_epoch_3 at 3/12",
            "delete best_accuracy_top1_epoch_1");
  }

  @Test
  void goesOnFromItsState() {
    CheckpointHook first = hook(1, true, 1, MetricNames.of("auto"));
    first.beforeTrain(run.run());
    validate(first, 0, 50);

    CheckpointHook resumed = hook(1, true, 1, MetricNames.of("auto"));
    resumed.restore(first.state());
    resumed.beforeTrain(run.run());
    validate(resumed, 1, 40);
    assertThat(run.files()).containsExactly("best_accuracy_top1_epoch_1", "epoch_2");
    validate(resumed, 2, 60);
    assertThat(run.files()).containsExactly("epoch_3", "best_accuracy_top1_epoch_3");
  }

  @Test
  void figuresThatAreNotANumberAreNeverBest() {
    CheckpointHook hook = hook(-1, true, -1, MetricNames.of("auto"));
    hook.beforeTrain(run.run());
    validate(hook, 0, Double.NaN);
    assertThat(run.files()).isEmpty();
  }

  @Test
  void savesNothingWhereNothingIsTrained() {
    CheckpointHook hook = hook(1, true, -1, MetricNames.of("auto"));
    hook.afterValEpoch(run.run(), Map.of("accuracy/top1", 50.0));
    assertThat(run.files()).isEmpty();
  }

  @Test
  void tellsTheRuleByTheName() {
    assertThat(ComparisonRule.infer("accuracy/top1")).isEqualTo(ComparisonRule.GREATER);
    assertThat(ComparisonRule.infer("multi-label/mAP")).isEqualTo(ComparisonRule.GREATER);
    assertThat(ComparisonRule.infer("val/Loss")).isEqualTo(ComparisonRule.LESS);
    assertThatThrownBy(() -> hook(1, true, -1, MetricNames.of("speed")))
        .hasMessageContaining("'speed' does not tell")
        .hasMessageContaining("set rule to greater or less");
  }

  @Test
  void saysWhichMetricIsMissing() {
    CheckpointHook hook = hook(1, true, -1, MetricNames.of(List.of("accuracy/top5")));
    hook.beforeTrain(run.run());
    assertThatThrownBy(() -> validate(hook, 0, 1))
        .hasMessageContaining(
            "names 'accuracy/top5', but the validation gave only [accuracy/top1]");
    assertThatThrownBy(() -> MetricNames.of(List.of("auto", "loss")))
        .hasMessageContaining("auto alone");
  }

  @Test
  void tellsWhichFiguresItCannotDoWithout() {
    assertThat(hook(1, true, 1, MetricNames.of(List.of("accuracy/top1", "loss"))).monitors())
        .containsExactly("accuracy/top1", "loss");
    assertThat(hook(1, true, 1, MetricNames.of("auto")).monitors()).isEmpty();
    assertThat(hook(1, true, 1, null).monitors()).isEmpty();
  }
}
