package io.vertebra.plugins.resnet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class ResNetContractsTest {
  @Nested
  final class BasicBlocks extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNet, depth: 18, stem_channels: 8, base_channels: 8}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 1, 1));
    }
  }

  @Nested
  final class Bottlenecks extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNetV1d, depth: 50, stem_channels: 8, base_channels: 4, out_indices: [2, 3]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 2, 2), new Shape(128, 1, 1));
    }
  }

  @Nested
  final class DeepStem extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNetV1c, depth: 50, stem_channels: 8, base_channels: 4}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(128, 1, 1));
    }
  }
}
