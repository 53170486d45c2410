package io.vertebra.plugins.resnet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Narrow networks; blocks that start as the identity would give their branches no gradient. */
final class ResNetContractsTest {
  private static final String NARROW =
      "stem_channels: 4, base_channels: 4, zero_init_residual: false";

  @Nested
  final class BasicBlocks extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNet, depth: 18, out_indices: [1, 3], " + NARROW + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 8, 8), new Shape(32, 2, 2));
    }
  }

  @Nested
  final class CaffeStyle extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNet, depth: 50, style: caffe, num_stages: 2, strides: [1, 1],"
          + " dilations: [1, 2], out_indices: [1], norm_eval: true, "
          + NARROW
          + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(32, 8, 8));
    }
  }

  @Nested
  final class DeepStem extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNetV1c, depth: 18, frozen_stages: 1, " + NARROW + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(32, 2, 2));
    }
  }

  @Nested
  final class ShortcutsByMean extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNetV1d, depth: 50, num_stages: 3, strides: [1, 2, 2],"
          + " dilations: [1, 1, 1], out_indices: [2], "
          + NARROW
          + "}";
    }

    // The shortcuts shrink 9 x 9 and 5 x 5, which takes the ceiling.
    @Override
    protected Shape input() {
      return new Shape(3, 36, 36);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 3, 3));
    }
  }

  @Nested
  final class SmallImages extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNet_CIFAR, depth: 18, out_indices: [0, -1], " + NARROW + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 16, 24);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(4, 16, 24), new Shape(32, 2, 3));
    }
  }

  @Nested
  final class ShortcutsOfZeros extends BackboneContract {
    @Override
    protected String config() {
      return "{type: CifarResNet, depth: 14, base_channels: 4, drop_path_rate: 0.1}";
    }

    // The stages shrink 17 x 9 to 9 x 5 and 5 x 3.
    @Override
    protected Shape input() {
      return new Shape(3, 17, 9);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(16, 5, 3));
    }
  }
}
