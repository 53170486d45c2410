package io.vertebra.plugins.convnext;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class ConvNextContractsTest {
  private static final String SMALL = "arch: {depths: [1, 1, 2, 1], channels: [4, 6, 8, 10]}";

  @Nested
  final class LayerScale extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ConvNeXt, " + SMALL + ", drop_path_rate: 0.1, out_indices: [1, 3]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(6), new Shape(10));
    }
  }

  @Nested
  final class ResponseNormAndConvolutions extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ConvNeXt, "
          + SMALL
          + ", use_grn: true, layer_scale_init_value: 0.0, linear_pw_conv: false,"
          + " gap_before_final_norm: false, frozen_stages: 1, with_cp: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10, 2, 2));
    }
  }

  @Nested
  final class BatchNorms extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ConvNeXt, "
          + SMALL
          + ", norm_cfg: {type: BN}, stem_patch_size: 2, gap_before_final_norm: false}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10, 2, 2));
    }
  }
}
