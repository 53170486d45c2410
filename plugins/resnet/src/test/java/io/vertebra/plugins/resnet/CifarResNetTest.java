package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.families.residual.ResidualOptions;
import io.vertebra.families.residual.ResidualTweaks;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Relu;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CifarResNetTest {
  private static CifarResNetOptions ofDepth(int depth) {
    return new CifarResNetOptions(
        depth,
        3,
        16,
        IntList.of(-1),
        -1,
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu(),
        false,
        false,
        false,
        0);
  }

  private static long size(int depth) {
    return new CifarResNet(ofDepth(depth))
        .parameters().values().stream().map(Parameter::shape).mapToLong(Shape::size).sum();
  }

  /** The paper's table 6 has them in millions; without the linear layer of 650 values. */
  @Test
  void isOfThePapersSize() {
    assertThat(size(20)).isEqualTo(269_722 - 650);
    assertThat(size(56)).isEqualTo(853_018 - 650);
  }

  @Test
  void shortcutsHaveNoParameters() {
    Map<String, Parameter> parameters = new CifarResNet(ofDepth(20)).parameters();

    assertThat(parameters).containsKeys("conv1.weight", "bn1.bias", "layer3.2.conv2.weight");
    assertThat(parameters.keySet()).noneMatch(name -> name.contains("downsample"));
  }

  @Test
  void saysWhichDepthsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofDepth(18))
        .withMessage("depth is 18, but must be 6 n + 2, such as 20, 32, 44, 56 or 110");
  }

  @Test
  void theOtherFormHasNoDeepStem() {
    ResidualOptions residual = ofDepth(20).residual();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResNetCifar.Options(residual, new ResidualTweaks(true, false)))
        .withMessageContaining("deep_stem is true");
  }
}
