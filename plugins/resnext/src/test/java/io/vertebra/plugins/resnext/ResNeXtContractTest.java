package io.vertebra.plugins.resnext;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class ResNeXtContractTest {
  @Nested
  final class Grouped extends BackboneContract {
    @Override
    protected String config() {
      return "{type: ResNeXt, depth: 50, stem_channels: 8, base_channels: 8, groups: 4, width_per_group: 2}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(256, 1, 1));
    }
  }
}
