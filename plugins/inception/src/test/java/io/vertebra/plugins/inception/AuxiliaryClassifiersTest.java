package io.vertebra.plugins.inception;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Parameter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuxiliaryClassifiersTest {
  private static GoogLeNet first(boolean auxiliary, boolean initWeights) {
    return new GoogLeNet(new GoogLeNet.Options(10, auxiliary, false, initWeights, 0.2, 0.7));
  }

  @Test
  void theFirstInceptionHasTwo() {
    Map<String, Parameter> parameters = first(true, true).parameters();

    assertThat(parameters.get("aux1.conv.conv.weight").shape())
        .isEqualTo(new Shape(128, 512, 1, 1));
    assertThat(parameters.get("aux2.conv.conv.weight").shape())
        .isEqualTo(new Shape(128, 528, 1, 1));
    assertThat(parameters.get("aux1.fc1.weight").shape()).isEqualTo(new Shape(1024, 2048));
    assertThat(parameters.get("aux2.fc2.weight").shape()).isEqualTo(new Shape(10, 1024));
    assertThat(first(false, true).parameters().keySet()).noneMatch(name -> name.startsWith("aux"));
  }

  @Test
  void theFirstInceptionStartsAsTorchvisionDoes() {
    Map<String, Parameter> drawn = first(true, true).parameters();
    Map<String, Parameter> plain = first(true, false).parameters();

    assertThat(drawn.get("inception3a.branch2.1.conv.weight").initial())
        .isEqualTo(Distribution.truncatedNormal(0.01));
    assertThat(drawn.get("fc.weight").initial()).isEqualTo(Distribution.truncatedNormal(0.01));
    assertThat(drawn.get("fc.bias").initial()).isEqualTo(Distribution.fanInUniform(1024));
    assertThat(plain.get("fc.weight").initial()).isEqualTo(Distribution.fanInUniform(1024));
  }

  @Test
  void theThirdInceptionHasOneThatStartsSmaller() {
    Map<String, Parameter> parameters =
        new InceptionV3(new InceptionV3.Options(10, true, 0.5)).parameters();

    assertThat(parameters.get("AuxLogits.conv1.conv.weight").shape())
        .isEqualTo(new Shape(768, 128, 5, 5));
    assertThat(parameters.get("AuxLogits.conv0.conv.weight").initial())
        .isEqualTo(Distribution.truncatedNormal(0.01));
    assertThat(parameters.get("AuxLogits.fc.weight").initial())
        .isEqualTo(Distribution.truncatedNormal(0.001));
    assertThat(parameters.get("Mixed_6e.branch1x1.conv.weight").initial())
        .isEqualTo(Distribution.truncatedNormal(0.1));
  }
}
