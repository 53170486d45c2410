package io.vertebra.plugins.resnest;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Narrow networks; blocks that start as the identity would give their branches no gradient. */
final class ResNeStContractsTest {
  private static final String NARROW =
      "depth: 50, num_stages: 2, strides: [1, 2], dilations: [1, 1], out_indices: [1],"
          + " stem_channels: 8, base_channels: 8, zero_init_residual: false";

  @Nested
  final class TwoSplits extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNeSt, " + NARROW + "}";
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

  @Nested
  final class GroupsOfThreeSplits extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNeSt, groups: 2, width_per_group: 6, radix: 3, avg_down_stride: false, "
          + NARROW
          + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 4, 4));
    }
  }

  @Nested
  final class OneSplit extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNeSt, radix: 1, " + NARROW + "}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(64, 4, 4));
    }
  }
}
