package io.vertebra.plugins.hooks;

import io.vertebra.testkit.HookContract;
import org.junit.jupiter.api.Nested;

final class HookContractsTest {
  @Nested
  final class Checkpoint extends HookContract {
    @Override
    protected String config() {
      return "{type: CheckpointHook, interval: 1, max_keep_ckpts: 2, save_best: toy/samples,"
          + " rule: greater}";
    }
  }

  @Nested
  final class Ema extends HookContract {
    @Override
    protected String config() {
      return "{type: EMAHook, momentum: 0.1, begin_iter: 2, evaluate_on_origin: true}";
    }
  }

  @Nested
  final class EarlyStopping extends HookContract {
    @Override
    protected String config() {
      return "{type: EarlyStoppingHook, monitor: toy/samples, rule: greater, patience: 9}";
    }
  }

  @Nested
  final class ClassNumCheck extends HookContract {
    @Override
    protected String config() {
      return "{type: ClassNumCheckHook}";
    }
  }

  @Nested
  final class EmptyCache extends HookContract {
    @Override
    protected String config() {
      return "{type: EmptyCacheHook, before_epoch: true, after_iter: true}";
    }
  }

  @Nested
  final class CheckInvalidLoss extends HookContract {
    @Override
    protected String config() {
      return "{type: CheckInvalidLossHook, interval: 1, action: stop}";
    }
  }

  @Nested
  final class PreciseBn extends HookContract {
    @Override
    protected String config() {
      return "{type: PreciseBNHook, num_samples: 3}";
    }
  }

  @Nested
  final class Swa extends HookContract {
    @Override
    protected String config() {
      return "{type: SWAHook, begin_epoch: 2, bn_samples: 2}";
    }
  }

  @Nested
  final class SwitchRecipe extends HookContract {
    @Override
    protected String config() {
      return "{type: SwitchRecipeHook, schedule: [{action_epoch: 2, batch_augments: null}]}";
    }
  }

  @Nested
  final class Profiler extends HookContract {
    @Override
    protected String config() {
      return "{type: ProfilerHook, by_epoch: false, profile_times: 3, json_trace_path: trace.json}";
    }
  }

  @Nested
  final class Timer extends HookContract {
    @Override
    protected String config() {
      return "{type: IterTimerHook}";
    }
  }

  @Nested
  final class Logger extends HookContract {
    @Override
    protected String config() {
      return "{type: LoggerHook, interval: 1}";
    }
  }

  @Nested
  final class ParamScheduler extends HookContract {
    @Override
    protected String config() {
      return "{type: ParamSchedulerHook}";
    }
  }
}
