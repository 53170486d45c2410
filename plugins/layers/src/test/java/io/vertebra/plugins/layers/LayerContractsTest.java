package io.vertebra.plugins.layers;

import ai.djl.ndarray.types.Shape;
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

  @Nested
  final class LayerNorm extends NormContract {
    @Override
    protected String config() {
      return "{type: LN, eps: 1.0e-6}";
    }

    @Override
    protected Shape input() {
      return new Shape(8);
    }
  }

  @Nested
  final class LayerNorm2d extends NormContract {
    @Override
    protected String config() {
      return "{type: LN2d}";
    }
  }

  @Nested
  final class GaussianErrorUnit extends ActivationContract {
    @Override
    protected String config() {
      return "{type: GELU, approximate: tanh}";
    }
  }
}
