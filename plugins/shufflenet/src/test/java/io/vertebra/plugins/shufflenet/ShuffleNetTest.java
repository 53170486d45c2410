package io.vertebra.plugins.shufflenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntList;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Relu;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShuffleNetTest {
  private static ShuffleOptions shared(int frozen) {
    return new ShuffleOptions(
        frozen,
        Optional.empty(),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu(),
        new TrainingOptions(false, false));
  }

  private static ShuffleNetV1.Options first(int groups, double width, int index, int frozen) {
    return new ShuffleNetV1.Options(groups, width, IntList.of(index), shared(frozen));
  }

  private static ShuffleNetV2.Options second(double width, int index, int frozen) {
    return new ShuffleNetV2.Options(width, IntList.of(index), shared(frozen));
  }

  @Test
  void tellTheChannelsOfTheirFeatures() {
    assertThat(new ShuffleNetV1(first(8, 1, 2, -1)).outChannels()).containsExactly(1536);
    assertThat(new ShuffleNetV1(first(3, 2, 0, -1)).outChannels()).containsExactly(480);
    assertThat(new ShuffleNetV2(second(1.5, 1, -1)).outChannels()).containsExactly(352);
  }

  @Test
  void weightsStartNarrowAndBiasesOfTheFirstALittleAboveZero() {
    Map<String, Parameter> parameters = new ShuffleNetV1(first(3, 1, 2, -1)).parameters();

    assertThat(parameters.get("conv1.conv.weight").initial())
        .isEqualTo(new Distribution.Normal(0, 0.01));
    assertThat(parameters.get("layers.1.1.g_conv_1x1_compress.conv.weight").initial())
        .isEqualTo(new Distribution.Normal(0, 1.0 / 160));
    assertThat(parameters.get("layers.1.1.g_conv_1x1_compress.bn.bias").initial())
        .isEqualTo(new Distribution.Constant(1e-4));
    assertThat(new ShuffleNetV2(second(1, 3, -1)).parameters().get("conv1.bn.bias").initial())
        .isEqualTo(Distribution.zeros());
  }

  @Test
  void frozenStagesTakeTheStemWithThem() {
    assertThat(new ShuffleNetV2(second(1, 3, 1)).parameters().entrySet())
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().trainable())
                    .as(entry.getKey())
                    .isEqualTo(!entry.getKey().matches("(conv1|layers\\.0)\\..*")));
  }

  @Test
  void refuseWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first(5, 1, 2, -1))
        .withMessage("groups is 5, but must be one of [1, 2, 3, 4, 8]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first(3, 0, 2, -1))
        .withMessageContaining("widen_factor is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first(3, 1, 3, -1))
        .withMessageContaining("out_indices has 3, but the stages are 0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> second(0.75, 3, -1))
        .withMessage("widen_factor is 0.75, but must be one of [0.5, 1.0, 1.5, 2.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> second(1, 3, 4))
        .withMessageContaining("frozen_stages is 4, but there are 3 stages");
  }
}
