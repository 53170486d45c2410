package io.vertebra.plugins.vit;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Small networks; half of the images have another size than the position embeddings are for. */
final class VitContractsTest {
  private static final String SMALL =
      "arch: {embed_dims: 16, num_layers: 2, num_heads: 2, feedforward_channels: 24},"
          + " patch_size: 8";

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
      return "{type: VisionTransformer, " + SMALL + ", " + options + "}";
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
  final class ClassToken extends Contract {
    ClassToken() {
      super("img_size: 32, drop_path_rate: 0.2", new Shape(3, 32, 32), new Shape(16));
    }
  }

  @Nested
  final class AllTokensOfAnotherImageSize extends Contract {
    AllTokensOfAnotherImageSize() {
      super(
          "img_size: 32, out_type: raw, out_indices: [0, 1], layer_scale_init_value: 0.1",
          new Shape(3, 30, 48),
          new Shape(25, 16),
          new Shape(25, 16));
    }
  }

  @Nested
  final class MapOfPatches extends Contract {
    MapOfPatches() {
      super(
          "img_size: [16, 32], out_type: featmap, with_cls_token: false, pre_norm: true,"
              + " interpolate_mode: bilinear",
          new Shape(3, 32, 32),
          new Shape(16, 4, 4));
    }
  }

  @Nested
  final class MeanOfPatches extends Contract {
    MeanOfPatches() {
      super(
          "img_size: 32, out_type: avg_featmap, final_norm: false, frozen_stages: 1,"
              + " qkv_bias: false, drop_rate: 0.1, layer_cfgs: {attn_drop_rate: 0.1}",
          new Shape(3, 32, 32),
          new Shape(16));
    }
  }

  @Nested
  final class DistillationToken extends BackboneContract {
    @Override
    protected String config() {
      return "{type: DistilledVisionTransformer, " + SMALL + ", img_size: 32}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(16), new Shape(16));
    }
  }
}
