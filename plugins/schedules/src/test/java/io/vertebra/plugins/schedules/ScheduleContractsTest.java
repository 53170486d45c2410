package io.vertebra.plugins.schedules;

import io.vertebra.testkit.ScheduleContract;
import org.junit.jupiter.api.Nested;

final class ScheduleContractsTest {
  @Nested
  final class Constant extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: ConstantLR, factor: 0.1, end: 5}";
    }
  }

  @Nested
  final class Cosine extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: CosineAnnealingLR, T_max: 30, eta_min: 0.001, convert_to_iter_based: true}";
    }
  }

  @Nested
  final class Exponential extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: ExponentialLR, gamma: 0.9}";
    }
  }

  @Nested
  final class Linear extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: LinearLR, start_factor: 0.01, by_epoch: false, end: 20}";
    }
  }

  @Nested
  final class MultiStep extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: MultiStepLR, milestones: [10, 20], gamma: 0.1}";
    }
  }

  @Nested
  final class Step extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: StepLR, step_size: 10}";
    }
  }
}
