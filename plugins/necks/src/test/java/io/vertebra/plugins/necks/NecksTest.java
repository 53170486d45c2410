package io.vertebra.plugins.necks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NecksTest {
  private static LinearNeck linear(int gapDim) {
    return new LinearNeck(new LinearNeck.Options(8, 4, gapDim, Optional.empty(), Optional.empty()));
  }

  private static String of(LinearNeck neck, long... shape) {
    return neck.forward(
            Symbolic.context(neck),
            List.of(Symbolic.array("shallow", 2, 4), Symbolic.array("deep", shape)))
        .toString();
  }

  @Test
  void aLinearNeckMapsTheLastFeature() {
    assertThat(of(linear(0), 2, 8)).isEqualTo("[linear(deep, fc.weight, fc.bias)]");
    assertThat(of(linear(2), 2, 8, 3, 3))
        .isEqualTo("[linear(globalAvgPool2d(deep), fc.weight, fc.bias)]");
    assertThat(linear(0).inChannels()).hasValue(8);
    assertThat(linear(0).outChannels(List.of(2, 8))).containsExactly(4);
  }

  @Test
  void fusedScalesAreFour() {
    HrFuseScales neck = new HrFuseScales(scales(List.of(2, 3, 4, 5)));

    assertThat(neck.inChannels()).hasValue(5);
    assertThat(neck.outChannels(List.of())).containsExactly(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scales(List.of(2, 3)))
        .withMessageContaining("in_channels has 2 numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> neck.forward(Symbolic.context(neck), List.of(Symbolic.array("map", 2, 5, 3, 3))))
        .withMessageContaining("the backbone gave 1: set its out_indices");
  }

  private static HrFuseScales.Options scales(List<Integer> inChannels) {
    return new HrFuseScales.Options(
        inChannels, 7, arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()));
  }

  @Test
  void generalizedMeansHaveOnePowerThatCanBeFixed() {
    GeneralizedMeanPooling learnt =
        new GeneralizedMeanPooling(new GeneralizedMeanPooling.Options(3, 1e-6, true, true));
    GeneralizedMeanPooling fixed =
        new GeneralizedMeanPooling(new GeneralizedMeanPooling.Options(3, 1e-6, false, false));

    assertThat(learnt.parameters().get("p").initial()).isEqualTo(new Distribution.Constant(3));
    assertThat(learnt.parameters().get("p").trainable()).isTrue();
    assertThat(fixed.parameters().get("p").trainable()).isFalse();
    assertThat(fixed.forward(Symbolic.context(fixed), List.of(Symbolic.array("map", 2, 8, 3, 3))))
        .hasToString("[globalAvgPool2d(toFloat32(map).pow(p)).pow(p.pow(-1))]");
    assertThat(learnt.outChannels(List.of(8))).containsExactly(8);
  }
}
