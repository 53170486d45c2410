package io.vertebra.plugins.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScheduleOptionsTest {
  private static final ScheduleSpan SPAN = new ScheduleSpan("lr", true, 0, Optional.of(3), true);

  @Test
  void refusesTwoLowestValues() {
    assertThatThrownBy(
            () ->
                new CosineAnnealingLr.Options(
                    Optional.empty(), Optional.of(0.1), Optional.of(0.5), SPAN))
        .hasMessageContaining("eta_min and eta_min_ratio");
  }

  @Test
  void refusesFactorsThatCannotBeUndone() {
    assertThatThrownBy(() -> new ConstantLr.Options(0, SPAN)).hasMessageContaining("factor 0");
    assertThatThrownBy(() -> new LinearLr.Options(0, 1, SPAN)).hasMessageContaining("0.001");
  }

  @Test
  void lengthsOfAScheduleScaleWithTheUnit() {
    ScheduleStep step = new ScheduleStep(20, 1.0, 1.0, 30, 10);
    assertThat(new StepLr(new StepLr.Options(2, 0.5, SPAN)).next(step)).isEqualTo(0.5);
    assertThat(new StepLr(new StepLr.Options(3, 0.5, SPAN)).next(step)).isEqualTo(1.0);
    assertThat(new MultiStepLr(new MultiStepLr.Options(List.of(1, 2), 0.5, SPAN)).next(step))
        .isEqualTo(0.5);
  }

  @Test
  void aCosineFallsToHalfAtTheMiddle() {
    CosineAnnealingLr cosine =
        new CosineAnnealingLr(
            new CosineAnnealingLr.Options(
                Optional.of(2), Optional.empty(), Optional.empty(), SPAN));
    double first = cosine.next(new ScheduleStep(0, 1.0, 1.0, 3, 1));
    double second = cosine.next(new ScheduleStep(1, first, 1.0, 3, 1));
    assertThat(second).isCloseTo(0.5, within(1e-15));
  }
}
