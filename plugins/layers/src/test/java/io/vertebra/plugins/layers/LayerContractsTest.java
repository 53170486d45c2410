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
  final class BatchNormOfVectors extends NormContract {
    @Override
    protected String config() {
      return "{type: BN1d}";
    }
  }

  @Nested
  final class InstanceNorm extends NormContract {
    @Override
    protected String config() {
      return "{type: IN}";
    }
  }

  @Nested
  final class InstanceNormWithParameters extends NormContract {
    @Override
    protected String config() {
      return "{type: IN2d, affine: true}";
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

  @Nested
  final class BoundedRectifier extends ActivationContract {
    @Override
    protected String config() {
      return "{type: ReLU6, inplace: true}";
    }
  }

  @Nested
  final class LeakyRectifier extends ActivationContract {
    @Override
    protected String config() {
      return "{type: LeakyReLU, negative_slope: 0.1}";
    }
  }

  @Nested
  final class LearnedRectifier extends ActivationContract {
    @Override
    protected String config() {
      return "{type: PReLU, num_parameters: 8}";
    }
  }

  @Nested
  final class ExponentialUnit extends ActivationContract {
    @Override
    protected String config() {
      return "{type: ELU, alpha: 0.5}";
    }
  }

  @Nested
  final class Logistic extends ActivationContract {
    @Override
    protected String config() {
      return "{type: Sigmoid}";
    }
  }

  @Nested
  final class SigmoidUnit extends ActivationContract {
    @Override
    protected String config() {
      return "{type: SiLU}";
    }
  }

  @Nested
  final class SwishUnit extends ActivationContract {
    @Override
    protected String config() {
      return "{type: Swish}";
    }
  }

  @Nested
  final class HardSwishUnit extends ActivationContract {
    @Override
    protected String config() {
      return "{type: HSwish}";
    }
  }

  @Nested
  final class HardLogistic extends ActivationContract {
    @Override
    protected String config() {
      return "{type: HSigmoid, bias: 1.0, divisor: 2.0}";
    }
  }

  @Nested
  final class Bounds extends ActivationContract {
    @Override
    protected String config() {
      return "{type: Clamp, min: -0.5}";
    }
  }

  @Nested
  final class Nothing extends ActivationContract {
    @Override
    protected String config() {
      return "{type: Identity}";
    }
  }

  @Nested
  final class MishUnit extends ActivationContract {
    @Override
    protected String config() {
      return "{type: Mish}";
    }
  }

  @Nested
  final class RandomRectifier extends ActivationContract {
    @Override
    protected String config() {
      return "{type: RReLU, lower: 0.25, upper: 0.25}";
    }
  }

  @Nested
  final class QuickGeluUnit extends ActivationContract {
    @Override
    protected String config() {
      return "{type: QuickGELU}";
    }
  }
}
