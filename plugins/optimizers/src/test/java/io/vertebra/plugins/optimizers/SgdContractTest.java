package io.vertebra.plugins.optimizers;

import io.vertebra.testkit.OptimizerContract;
import org.junit.jupiter.api.Nested;

final class SgdContractTest {
  @Nested
  final class Plain extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: SGD, lr: 0.1}";
    }
  }

  @Nested
  final class WithMomentum extends OptimizerContract {
    @Override
    protected String config() {
      return "{type: SGD, lr: 0.02, momentum: 0.9, weight_decay: 0.0001, nesterov: true}";
    }
  }
}
