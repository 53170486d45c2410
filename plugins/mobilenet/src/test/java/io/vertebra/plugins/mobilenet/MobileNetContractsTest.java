package io.vertebra.plugins.mobilenet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class MobileNetContractsTest {
  @Nested
  final class V1Classifier extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MobileNetV1, widen_factor: 0.25, num_classes: 10, drop_rate: 0.1}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10));
    }
  }

  @Nested
  final class V1Features extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MobileNetV1, widen_factor: 0.25, out_indices: [0, 4], frozen_stages: 1}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(16, 32, 16), new Shape(256, 2, 1));
    }
  }

  @Nested
  final class V2 extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MobileNetV2, widen_factor: 0.25, out_indices: [1, 7], with_cp: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 16, 16), new Shape(1280, 2, 2));
    }
  }

  @Nested
  final class V2Frozen extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MobileNetV2, widen_factor: 0.25, frozen_stages: 2, norm_eval: true, out_indices: [6, 7]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 96);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(80, 2, 3), new Shape(1280, 2, 3));
    }
  }

  @Nested
  final class V3Small extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MobileNetV3, arch: small_050, out_indices: [0, 12]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(16, 32, 32), new Shape(288, 2, 2));
    }
  }

  @Nested
  final class V3Frozen extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MobileNetV3, arch: small_050, frozen_stages: 2, with_cp: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 96);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(288, 2, 3));
    }
  }
}
