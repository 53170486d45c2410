package io.vertebra.plugins.optimizers;

import io.vertebra.testkit.OptimizerContract;
import org.junit.jupiter.api.Nested;

final class OptimizerContractsTest {
  @Nested
  final class Sgd extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: SGD, lr: 0.1}";
    }
  }

  @Nested
  final class SgdWithMomentum extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: SGD, lr: 0.02, momentum: 0.9, weight_decay: 0.0001, nesterov: true}";
    }
  }

  @Nested
  final class Adam extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: Adam, lr: 0.05, amsgrad: true}";
    }
  }

  @Nested
  final class AdamW extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: AdamW, lr: 0.05}";
    }
  }

  @Nested
  final class NAdam extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: NAdam, lr: 0.05}";
    }
  }

  @Nested
  final class RAdam extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: RAdam, lr: 0.05}";
    }
  }

  @Nested
  final class RmsProp extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: RMSprop, lr: 0.01, momentum: 0.5, centered: true}";
    }
  }

  @Nested
  final class Adagrad extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: Adagrad, lr: 0.1}";
    }
  }

  @Nested
  final class Adadelta extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: Adadelta, lr: 10}";
    }
  }

  @Nested
  final class Lars extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: LARS, lr: 0.4, momentum: 0.9, eta: 0.1}";
    }
  }

  @Nested
  final class Lamb extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: Lamb, lr: 0.05}";
    }
  }

  @Nested
  final class Adan extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: Adan, lr: 0.05, max_grad_norm: 1}";
    }
  }

  @Nested
  final class Lion extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: Lion, lr: 0.01, use_triton: false}";
    }
  }
}
