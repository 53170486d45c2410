package io.vertebra.plugins.mnasnet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class MnasNetContractsTest {
  @Nested
  final class Classifier extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MnasNet, alpha: 0.25, num_classes: 10}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10));
    }
  }

  @Nested
  final class Features extends BackboneContract {
    @Override
    protected String config() {
      return "{type: MnasNet, alpha: 0.25, out_indices: [0, 7], frozen_stages: 1}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(8, 32, 32), new Shape(1280, 2, 2));
    }
  }
}
