package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EarlyStoppingHookTest {
  private static final String METRIC = "accuracy/top1";

  private final FakeRun run = new FakeRun();

  private static EarlyStoppingHook hook(String monitor, int patience, Double threshold) {
    return new EarlyStoppingHook(
        new EarlyStoppingHook.Options(
            monitor, Optional.empty(), 0.5, true, true, patience, Optional.ofNullable(threshold)));
  }

  private void validate(EarlyStoppingHook hook, String metric, double... figures) {
    for (double figure : figures) {
      hook.afterValEpoch(run.run(), Map.of(metric, figure));
    }
  }

  @Test
  void stopsWhenPatienceEnds() {
    validate(hook(METRIC, 2, null), METRIC, 50, 51, 51.5, 51.2);
    assertThat(run.calls())
        .containsExactly("stop accuracy/top1 did not improve on 51.0 in 2 validations");
  }

  @Test
  void anImprovementStartsTheWaitAnew() {
    validate(hook(METRIC, 2, null), METRIC, 50, 50, 51, 51, 52);
    assertThat(run.calls()).isEmpty();
  }

  @Test
  void lossesImproveDownwards() {
    validate(hook("val/loss", 1, null), "val/loss", 3, 2, 1.5);
    assertThat(run.calls()).hasSize(1);
  }

  @Test
  void stopsAtAGoodEnoughFigure() {
    validate(hook(METRIC, 5, 90.0), METRIC, 90, 90.1);
    assertThat(run.calls()).containsExactly("stop accuracy/top1 is 90.1, which is good enough");
  }

  @Test
  void stopsAtAFigureThatIsNotANumber() {
    validate(hook(METRIC, 5, null), METRIC, Double.NaN);
    assertThat(run.calls()).containsExactly("stop accuracy/top1 is NaN");
  }

  @Test
  void remembersHowLongItWaited() {
    EarlyStoppingHook first = hook(METRIC, 2, null);
    validate(first, METRIC, 50, 50);
    EarlyStoppingHook resumed = hook(METRIC, 2, null);
    resumed.restore(first.state());
    validate(resumed, METRIC, 50);
    assertThat(run.calls()).hasSize(1);
  }

  @Test
  void saysWhichFigureIsMissing() {
    EarlyStoppingHook hook = hook("accuracy/top5", 1, null);
    assertThatThrownBy(() -> validate(hook, METRIC, 1))
        .hasMessageContaining("monitors 'accuracy/top5', but the validation gave only");
    assertThatThrownBy(() -> hook("speed", 1, null)).hasMessageContaining("set rule to");
  }
}
