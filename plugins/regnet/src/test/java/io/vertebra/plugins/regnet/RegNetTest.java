package io.vertebra.plugins.regnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntList;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.families.residual.ResidualStyle;
import io.vertebra.nn.BatchNorm2d;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegNetTest {
  private static final List<Integer> ONES = List.of(1, 1, 1, 1);

  private static RegNetOptions options(List<Integer> strides, int index, int frozen) {
    return options(strides, index, frozen, /* deepStem= */ false);
  }

  private static RegNetOptions options(
      List<Integer> strides, int index, int frozen, boolean deepStem) {
    return new RegNetOptions(
        RegNetArchitecture.of("regnetx_400mf"),
        3,
        32,
        /* baseChannels= */ 32,
        strides,
        ONES,
        IntList.of(index),
        ResidualStyle.PYTORCH,
        deepStem,
        /* avgDown= */ false,
        frozen,
        /* convCfg= */ Optional.empty(),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        true,
        new TrainingOptions(false, false));
  }

  @Test
  void widthsAndDepthsFollowFromAFewNumbers() {
    assertThat(RegNetArchitecture.of("regnetx_3.2gf").stages())
        .containsExactly(
            new RegNetStage(96, 96, 2, 2),
            new RegNetStage(192, 192, 4, 6),
            new RegNetStage(432, 432, 9, 15),
            new RegNetStage(1008, 1008, 21, 2));
  }

  @Test
  void groupsAreNoWiderThanTheBlock() {
    assertThat(new RegNetArchitecture(8, 0, 2, 16, 3, 0.5).stages())
        .containsExactly(new RegNetStage(8, 4, 1, 3));
  }

  @Test
  void blocksStartAsTheIdentityAndConvolutionsAsInPytorch() {
    RegNet network = new RegNet(options(List.of(2, 2, 2, 2), 3, -1));

    assertThat(network.parameters().get("layer1.0.bn3.weight").initial())
        .isEqualTo(Distribution.zeros());
    assertThat(network.parameters().get("layer1.0.conv1.weight").initial())
        .isEqualTo(Distribution.fanInUniform(32));
  }

  @Test
  void frozenStagesTakeTheStemWithThem() {
    assertThat(new RegNet(options(List.of(2, 2, 2, 2), 3, 1)).parameters().entrySet())
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().trainable())
                    .as(entry.getKey())
                    .isEqualTo(!entry.getKey().matches("(conv1|bn1|layer1)\\..*")));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(List.of(2, 2), 3, -1))
        .withMessage("strides has 2 numbers, but the size has 4 stages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(ONES, 4, -1))
        .withMessageContaining("out_indices has 4, but the stages are 0 to 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(ONES, 3, -1, /* deepStem= */ true))
        .withMessageContaining("deep_stem is true, but a RegNet has no stem of three");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(ONES, 3, 5))
        .withMessageContaining("frozen_stages is 5, but there are 4 stages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegNetArchitecture.of("regnetx_1mf"))
        .withMessageContaining("arch is 'regnetx_1mf', but must be one of [regnetx_400mf, ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegNetArchitecture(12, 1, 2, 8, 3, 1))
        .withMessage("w0 is 12, but must be a multiple of 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegNetArchitecture(16, 1, 1, 8, 3, 1))
        .withMessageContaining("wm is 1.0");
  }
}
