package io.vertebra.plugins.res2net;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Narrow networks; blocks that start as the identity would give their branches no gradient. */
final class Res2NetContractsTest {
  private static final String NARROW =
      "stem_channels: 8, base_channels: 8, zero_init_residual: false";

  @Nested
  final class FourScales extends BackboneContract {
    @Override
    protected String config() {
      return "{type: Res2Net, depth: 50, base_width: 3, out_indices: [1, 3], " + NARROW + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 8, 8), new Shape(256, 2, 2));
    }
  }

  @Nested
  final class TwoScales extends BackboneContract {
    @Override
    protected String config() {
      return "{type: res2net50_w48_s2, base_width: 6, num_stages: 2, strides: [1, 2],"
          + " dilations: [1, 1], out_indices: [1], style: caffe, "
          + NARROW
          + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 48);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 4, 6));
    }
  }
}
