package io.vertebra.plugins.inception;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import io.vertebra.testkit.HeadContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class InceptionContractsTest {
  @Nested
  final class First extends BackboneContract {
    @Override
    protected String config() {
      return "{type: GoogLeNet, num_classes: 7, transform_input: true}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 40, 48);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(7));
    }
  }

  @Nested
  final class Third extends BackboneContract {
    @Override
    protected String config() {
      return "{type: InceptionV3, num_classes: 7}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 80, 96);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(7));
    }
  }

  @Nested
  final class Auxiliary extends HeadContract {
    @Override
    protected String config() {
      return "{type: AuxiliaryClsHead, aux_loss_weight: 0.4}";
    }

    @Override
    protected List<Shape> inputs() {
      return List.of(new Shape(10), new Shape(10));
    }

    @Override
    protected int classes() {
      return 10;
    }
  }
}
