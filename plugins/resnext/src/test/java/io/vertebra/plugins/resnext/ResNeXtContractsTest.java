package io.vertebra.plugins.resnext;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class ResNeXtContractsTest {
  @Nested
  final class Narrow extends BackboneContract {
    // Blocks that start as the identity would give their branches no gradient.
    @Override
    protected String config() {
      return "{type: ResNeXt, depth: 50, groups: 4, width_per_group: 2, stem_channels: 8,"
          + " base_channels: 8, zero_init_residual: false}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(256, 2, 2));
    }
  }
}
