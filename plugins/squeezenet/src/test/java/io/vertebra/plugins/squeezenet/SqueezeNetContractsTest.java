package io.vertebra.plugins.squeezenet;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class SqueezeNetContractsTest {
  @Nested
  final class FirstWithFeatures extends BackboneContract {
    @Override
    protected String config() {
      return "{type: SqueezeNet, frozen_stages: 1, out_indices: [0, 3]}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 64, 64);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(96, 14, 14), new Shape(512, 3, 3));
    }
  }

  @Nested
  final class SecondWithClassifier extends BackboneContract {
    @Override
    protected String config() {
      return "{type: squeezenet1_1, num_classes: 10}";
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
}
