package io.vertebra.plugins.seresnet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Narrow networks; blocks that start as the identity would give their branches no gradient. */
final class SeResNetContractsTest {
  private static final String NARROW =
      "depth: 50, stem_channels: 8, base_channels: 8, zero_init_residual: false";

  @Nested
  final class Plain extends BackboneContract {
    @Override
    protected String config() {
      return "{type: SEResNet, se_ratio: 4, out_indices: [1, 3], " + NARROW + "}";
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
  final class Grouped extends BackboneContract {
    @Override
    protected String config() {
      return "{type: SEResNeXt, groups: 4, width_per_group: 2, num_stages: 2, strides: [1, 2],"
          + " dilations: [1, 1], out_indices: [1], frozen_stages: 1, "
          + NARROW
          + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 48, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 6, 4));
    }
  }
}
