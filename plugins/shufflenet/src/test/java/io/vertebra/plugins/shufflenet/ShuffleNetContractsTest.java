package io.vertebra.plugins.shufflenet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class ShuffleNetContractsTest {
  @Nested
  final class V1 extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ShuffleNetV1, groups: 2, widen_factor: 0.5, out_indices: [0, 2]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(104, 8, 8), new Shape(400, 2, 2));
    }
  }

  @Nested
  final class V1OneGroup extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ShuffleNetV1, groups: 1, widen_factor: 0.25, frozen_stages: 1}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(144, 2, 2));
    }
  }

  @Nested
  final class V2 extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ShuffleNetV2, widen_factor: 0.5, out_indices: [0, 3]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(48, 8, 8), new Shape(1024, 2, 2));
    }
  }

  @Nested
  final class V2Frozen extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ShuffleNetV2, widen_factor: 0.5, frozen_stages: 1}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 96);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(1024, 2, 3));
    }
  }
}
