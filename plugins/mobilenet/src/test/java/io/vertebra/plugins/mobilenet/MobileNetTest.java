package io.vertebra.plugins.mobilenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Relu6;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MobileNetTest {
  private static final TrainingOptions PLAIN = new TrainingOptions(false, false);

  private static MobileNetV1Options first(double width, int classes, int index) {
    return new MobileNetV1Options(
        width,
        classes,
        0,
        IntList.of(index),
        0,
        Optional.empty(),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu6(),
        PLAIN);
  }

  private static MobileNetV2Options second(double width, IntList indices, int frozen) {
    return new MobileNetV2Options(
        width,
        indices,
        frozen,
        Optional.empty(),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu6(),
        PLAIN);
  }

  private static MobileNetV3Options third(Optional<IntList> indices, int frozen) {
    return new MobileNetV3Options(
        MobileNetV3Architecture.SMALL,
        Optional.empty(),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        indices,
        frozen,
        PLAIN);
  }

  @Test
  void tellTheChannelsOfTheirFeatures() {
    assertThat(new MobileNetV1(first(1, -1, -1)).outChannels()).containsExactly(1024);
    assertThat(new MobileNetV1(first(1, 7, -1)).outChannels()).containsExactly(7);
    assertThat(new MobileNetV2(second(1.4, new IntList(List.of(7, 0)), -1)).outChannels())
        .containsExactly(24, 1792);
    assertThat(new MobileNetV3(third(Optional.empty(), -1)).outChannels()).containsExactly(576);
  }

  @Test
  void theLastConvolutionIsNeverNarrow() {
    assertThat(new MobileNetV2(second(0.5, IntList.of(7), -1)).outChannels()).containsExactly(1280);
  }

  @Test
  void frozenStagesTakeWhatLeadsToThemWithThem() {
    Map<String, Parameter> parameters = new MobileNetV2(second(1, IntList.of(7), 2)).parameters();

    assertThat(parameters.entrySet())
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().trainable())
                    .as(entry.getKey())
                    .isEqualTo(!entry.getKey().matches("(conv1|layer1|layer2)\\..*")));
    assertThat(new MobileNetV3(third(Optional.empty(), 0)).parameters().entrySet())
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().trainable())
                    .as(entry.getKey())
                    .isEqualTo(!entry.getKey().startsWith("layer0.")));
  }

  @Test
  void weightsStartByFanOut() {
    Parameter depthwise =
        new MobileNetV2(second(1, IntList.of(7), -1))
            .parameters()
            .get("layer1.0.conv.0.conv.weight");

    assertThat(depthwise.initial()).isEqualTo(Distribution.kaimingNormal(32 * 9));
  }

  @Test
  void refuseWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first(0, -1, -1))
        .withMessageContaining("widen_factor is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first(1, -1, 5))
        .withMessageContaining("out_indices has 5, but the stages are 0 to 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> second(-1, IntList.of(7), -1))
        .withMessageContaining("widen_factor is -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> second(1, IntList.of(8), -1))
        .withMessageContaining("out_indices has 8, but the stages are 0 to 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> third(Optional.of(IntList.of(13)), -1))
        .withMessageContaining("out_indices has 13, but the stages are 0 to 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> third(Optional.empty(), 13))
        .withMessageContaining("frozen_stages is");
  }
}
