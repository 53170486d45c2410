package io.vertebra.plugins.efficientnet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class EfficientNetContractsTest {
  @Nested
  final class Paper extends BackboneContract {
    @Override
    protected String config() {
      return "{type: EfficientNet, arch: b0, out_indices: [0, 6], frozen_stages: 5, drop_path_rate: 0.01}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(32, 32, 32), new Shape(1280, 2, 2));
    }
  }

  @Nested
  final class EdgeTpu extends BackboneContract {
    @Override
    protected String config() {
      return "{type: EfficientNet, arch: es, frozen_stages: 2}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(1280, 2, 2));
    }
  }

  @Nested
  final class PlainConvolutions extends BackboneContract {
    @Override
    protected String config() {
      return "{type: EfficientNetV2, arch: b0, conv_cfg: null, out_indices: [1, -1], drop_path_rate: 0.01}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    /** The first convolution is not padded, as in MMPretrain. */
    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(16, 31, 31), new Shape(1280, 2, 2));
    }
  }

  @Nested
  final class SecondGeneration extends BackboneContract {
    @Override
    protected String config() {
      return "{type: EfficientNetV2, arch: b0, frozen_stages: 3, in_channels: 1}";
    }

    @Override
    protected Shape input() {
      return new Shape(1, 64, 33);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(1280, 2, 2));
    }
  }
}
