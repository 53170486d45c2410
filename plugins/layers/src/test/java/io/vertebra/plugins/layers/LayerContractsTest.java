package io.vertebra.plugins.layers;

import io.vertebra.testkit.ActivationContract;
import io.vertebra.testkit.NormContract;
import org.junit.jupiter.api.Nested;

final class LayerContractsTest {
  @Nested
  final class BatchNorm extends NormContract {
    @Override
    protected String config() {
      return "{type: BN, momentum: 0.2}";
    }
  }

  @Nested
  final class BatchNorm2d extends NormContract {
    @Override
    protected String config() {
      return "{type: BN2d}";
    }
  }

  @Nested
  final class Rectifier extends ActivationContract {
    @Override
    protected String config() {
      return "{type: ReLU}";
    }
  }

  @Nested
  final class HyperbolicTangent extends ActivationContract {
    @Override
    protected String config() {
      return "{type: Tanh}";
    }
  }
}
