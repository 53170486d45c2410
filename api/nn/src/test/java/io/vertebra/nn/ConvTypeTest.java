package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConvTypeTest {
  private static Conv2d create(ConvType type, int inChannels, int kernel) {
    return type.create(inChannels, 4, IntPair.of(kernel), ConvSettings.PLAIN, false);
  }

  @Test
  void whatIsLeftOutIsPlain() {
    assertThat(ConvOptions.type(Optional.empty())).isEqualTo(ConvType.CONV_2D);
    assertThat(ConvOptions.type(Optional.of(new ConvOptions(ConvType.WEIGHT_STANDARDIZATION))))
        .isEqualTo(ConvType.WEIGHT_STANDARDIZATION);
  }

  @Test
  void allAreConvolutionsToInitialisers() {
    assertThat(ConvType.values())
        .allSatisfy(type -> assertThat(create(type, 3, 3).layerNames()).contains("Conv2d"));
    assertThat(create(ConvType.ADAPTIVE_PADDING, 3, 3)).isInstanceOf(Conv2dAdaptivePadding.class);
  }

  @Test
  void aWeightAloneHasNoDeviation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(ConvType.WEIGHT_STANDARDIZATION, 1, 1))
        .withMessageContaining("ConvWS standardises the weights of an output channel");
  }

  @Test
  void paddingIsAWordOrNumbers() {
    assertThat(WindowPadding.ofWord("same")).isEqualTo(WindowPadding.SAME);
    assertThat(WindowPadding.ofNumbers(List.of(1, 2)).sides()).isEqualTo(new IntPair(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WindowPadding.ofWord("valid"))
        .withMessageContaining(
            "padding is 'valid', but must be corner, same, a number or two numbers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WindowPadding.ofNumber(-1))
        .withMessageContaining("padding is [-1, -1], but must not be below 0");
  }
}
