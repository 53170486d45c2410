package io.vertebra.plugins.initializers;

import io.vertebra.testkit.InitializerContract;
import org.junit.jupiter.api.Nested;

final class InitializerContractsTest {
  @Nested
  final class Constants extends InitializerContract {
    @Override
    protected String config() {
      return "{type: Constant, val: 0.5, layer: Probe}";
    }
  }

  @Nested
  final class Normals extends InitializerContract {
    @Override
    protected String config() {
      return "{type: Normal, std: 0.01, layer: [Conv2d, Probe], bias_prob: 0.01}";
    }
  }

  @Nested
  final class TruncatedNormals extends InitializerContract {
    @Override
    protected String config() {
      return "{type: TruncNormal, std: 0.02, layer: Probe}";
    }
  }

  @Nested
  final class Uniforms extends InitializerContract {
    @Override
    protected String config() {
      return "{type: Uniform, a: -1, b: 1, layer: Probe}";
    }
  }

  @Nested
  final class Xaviers extends InitializerContract {
    @Override
    protected String config() {
      return "{type: Xavier, distribution: uniform, layer: Probe}";
    }
  }

  @Nested
  final class Kaimings extends InitializerContract {
    @Override
    protected String config() {
      return "{type: Kaiming, mode: fan_in, layer: Probe}";
    }
  }

  @Nested
  final class Caffe2Xaviers extends InitializerContract {
    @Override
    protected String config() {
      return "{type: Caffe2Xavier, layer: Probe}";
    }
  }

  @Nested
  final class PretrainedWeights extends InitializerContract {
    @Override
    protected String config() {
      return "{type: Pretrained, checkpoint: weights.safetensors, prefix: backbone.}";
    }
  }
}
