package io.vertebra.plugins.alexnet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.BackboneContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The linear layers are too large for the contract; the golden figures cover them. */
final class AlexNetTest {
  @Nested
  final class WithoutClassifier extends BackboneContract {
    @Override
    protected String config() {
      return "{type: AlexNet}";
    }

    @Override
    protected Shape input() {
      return new Shape(3, 63, 95);
    }

    @Override
    protected List<Shape> outputs() {
      return List.of(new Shape(256, 1, 2));
    }
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    assertThat(new AlexNet(new AlexNet.Options(10)).outChannels()).containsExactly(10);
    assertThat(new AlexNet(new AlexNet.Options(-1)).outChannels()).containsExactly(256);
  }

  @Test
  void hasTheClassifierOfThePaper() {
    assertThat(new AlexNet(new AlexNet.Options(10)).parameters().get("classifier.1.weight").shape())
        .isEqualTo(new Shape(4096, 9216));
  }
}
