package io.vertebra.plugins.swin;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Small networks of both versions, with images that windows divide and ones that they do not. */
final class SwinContractsTest {
  private static final String SMALL =
      "arch: {embed_dims: 8, depths: [2, 2], num_heads: [1, 2]}, window_size: 4,"
          + " out_indices: [0, 1]";

  private abstract static class Contract extends BackboneContract {
    private final String options;
    private final Shape input;
    private final Shape[] outputs;

    Contract(String options, Shape input, Shape... outputs) {
      this.options = options;
      this.input = input;
      this.outputs = outputs;
    }

    @Override
    protected String config() {
      return "{" + options + ", " + SMALL + "}";
    }

    @Override
    protected Shape input() {
      return input;
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(outputs);
    }
  }

  @Nested
  final class First extends Contract {
    First() {
      super(
          "type: SwinTransformer, drop_path_rate: 0.2, with_cp: true",
          new Shape(3, 32, 32),
          new Shape(8, 8, 8),
          new Shape(16, 4, 4));
    }
  }

  @Nested
  final class FirstWithPositionsOfAnotherImageSize extends Contract {
    FirstWithPositionsOfAnotherImageSize() {
      super(
          "type: SwinTransformer, use_abs_pos_embed: true, img_size: 32, pad_small_map: true",
          new Shape(3, 20, 36),
          new Shape(8, 5, 9),
          new Shape(16, 3, 5));
    }
  }

  @Nested
  final class FirstAfterMerging extends Contract {
    FirstAfterMerging() {
      super(
          "type: SwinTransformer, out_after_downsample: true",
          new Shape(3, 32, 40),
          new Shape(16, 4, 5),
          new Shape(16, 4, 5));
    }
  }

  @Nested
  final class Second extends Contract {
    Second() {
      super(
          "type: SwinTransformerV2, drop_path_rate: 0.2, pretrained_window_sizes: [2, 4]",
          new Shape(3, 32, 32),
          new Shape(8, 8, 8),
          new Shape(16, 4, 4));
    }
  }

  @Nested
  final class SecondOfAnotherImageSize extends Contract {
    SecondOfAnotherImageSize() {
      super(
          "type: SwinTransformerV2, pad_small_map: true",
          new Shape(3, 20, 36),
          new Shape(8, 5, 9),
          new Shape(16, 3, 5));
    }
  }
}
