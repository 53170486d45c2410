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

  @Nested
  final class Poly extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: PolyLR, power: 0.9, eta_min: 0.0001}";
    }
  }

  @Nested
  final class CosineRestart extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: CosineRestartLR, periods: [10, 20], restart_weights: [1, 0.5], eta_min: 0.001}";
    }
  }

  @Nested
  final class OneCycle extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: OneCycleLR, eta_max: 0.1, three_phase: true, by_epoch: false}";
    }
  }

  @Nested
  final class Plateau extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: ReduceOnPlateauLR, monitor: accuracy/top1, rule: greater, patience: 1, cooldown: 1}";
    }
  }

  @Nested
  final class InverseTime extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: InverseTimeLR, gamma: 0.05, convert_to_iter_based: true}";
    }
  }

  @Nested
  final class VariantOfLinear extends ScheduleContract {
    @Override
    protected String config() {
      return "{type: LinearMomentum, start_factor: 0.5, end: 20}";
    }
  }
}
