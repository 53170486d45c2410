package io.vertebra.plugins.lenet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class LeNet5Test {
  @Nested
  final class WithClassifier extends BackboneContract {
    @Override
    protected String config() {
      return "{type: LeNet5, num_classes: 10}";
    }

    @Override
    protected Shape input() {
      return new Shape(1, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(10));
    }
  }

  @Nested
  final class WithoutClassifier extends BackboneContract {
    @Override
    protected String config() {
      return "{type: LeNet5}";
    }

    @Override
    protected Shape input() {
      return new Shape(1, 32, 32);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(120, 1, 1));
    }
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    assertThat(new LeNet5(new LeNet5.Options(10)).outChannels()).containsExactly(10);
    assertThat(new LeNet5(new LeNet5.Options(-1)).outChannels()).containsExactly(120);
  }
}
