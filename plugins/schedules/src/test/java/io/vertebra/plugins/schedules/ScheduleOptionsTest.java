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
  private static final ScheduleSpan SPAN =
      new ScheduleSpan("lr", true, 0, Optional.of(3), true, false);

  private static final ScheduleSpan EPOCHS =
      new ScheduleSpan("lr", true, 0, Optional.of(3), false, false);

  private static final LowestValue NO_LOWEST = new LowestValue(Optional.empty(), Optional.empty());

  private static final PlateauOptions PATIENCE =
      new PlateauOptions(
          PlateauOptions.Rule.LESS, 0, 1e-4, PlateauOptions.ThresholdRule.RELATIVE, 0);

  @Test
  void refusesTwoLowestValues() {
    assertThatThrownBy(() -> new LowestValue(Optional.of(0.1), Optional.of(0.5)))
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
        new CosineAnnealingLr(new CosineAnnealingLr.Options(Optional.of(2), NO_LOWEST, SPAN));
    double first = cosine.next(new ScheduleStep(0, 1.0, 1.0, 3, 1));
    double second = cosine.next(new ScheduleStep(1, first, 1.0, 3, 1));
    assertThat(second).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void refusesPeriodsWithoutAWeight() {
    assertThatThrownBy(
            () -> new CosineRestartLr.Options(List.of(5, 10), List.of(1.0), NO_LOWEST, SPAN))
        .hasMessageContaining("restart_weights, but there are 2 and 1");
  }

  @Test
  void refusesAReductionThatReducesNothing() {
    assertThatThrownBy(() -> new ReduceOnPlateauLr.Options("loss", 1, 0, 0, PATIENCE, EPOCHS))
        .hasMessageContaining("factor 1 reduces nothing");
  }

  @Test
  void refusesToCountIterationsWhereValidationsAreFollowed() {
    assertThatThrownBy(() -> new ReduceOnPlateauLr.Options("loss", 0.1, 0, 0, PATIENCE, SPAN))
        .hasMessageContaining("counts epochs");
  }

  @Test
  void refusesToDivideByZero() {
    assertThatThrownBy(() -> oneCycle(Optional.of(2), 0)).hasMessageContaining("neither can be 0");
  }

  @Test
  void aReductionTooSmallIsLeftOut() {
    ReduceOnPlateauLr schedule =
        new ReduceOnPlateauLr(
            new ReduceOnPlateauLr.Options("loss", 0.5, 0, 1e-3, PATIENCE, EPOCHS));
    schedule.observe(1);
    schedule.observe(1);
    assertThat(schedule.next(new ScheduleStep(1, 1.0, 1.0, 3, 1))).isEqualTo(0.5);
    assertThat(schedule.next(new ScheduleStep(1, 1e-3, 1.0, 3, 1))).isEqualTo(1e-3);
  }

  @Test
  void periodsOfRestartsScaleWithTheUnit() {
    CosineRestartLr restart =
        new CosineRestartLr(
            new CosineRestartLr.Options(List.of(1, 2), List.of(1.0, 0.5), NO_LOWEST, SPAN));
    assertThat(restart.next(new ScheduleStep(9, 0.1, 1.0, 30, 10))).isLessThan(0.1);
    assertThat(restart.next(new ScheduleStep(10, 0.1, 1.0, 30, 10))).isEqualTo(0.5);
    assertThat(restart.next(new ScheduleStep(30, 0.1, 1.0, 40, 10))).isEqualTo(0.1);
  }

  @Test
  void aCycleScalesWithTheUnitAndEndsWithItsLastStep() {
    OneCycleLr cycle = new OneCycleLr(oneCycle(Optional.of(2), 25));
    assertThat(cycle.next(new ScheduleStep(5, 0, 1.0, 30, 10))).isCloseTo(1, within(1e-15));
    assertThat(cycle.next(new ScheduleStep(19, 0, 1.0, 30, 10))).isCloseTo(4e-6, within(1e-15));
    assertThat(cycle.next(new ScheduleStep(20, 4e-6, 1.0, 30, 10))).isEqualTo(4e-6);
  }

  @Test
  void inverseDecayCountsEpochsWhenConvertedToIterations() {
    InverseTimeLr inverse = new InverseTimeLr(new InverseTimeLr.Options(0.5, SPAN));
    double value = 1;
    for (int index = 0; index <= 20; index++) {
      value = inverse.next(new ScheduleStep(index, value, 1.0, 30, 10));
    }
    assertThat(value).isCloseTo(0.5, within(1e-12));
  }

  private static OneCycleLr.Options oneCycle(Optional<Integer> steps, double division) {
    return new OneCycleLr.Options(
        1, steps, 0.3, OneCycleLr.Anneal.COSINE, division, 1e4, false, SPAN);
  }
}
