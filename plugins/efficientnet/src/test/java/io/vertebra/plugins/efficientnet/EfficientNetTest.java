package io.vertebra.plugins.efficientnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntList;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Silu;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EfficientNetTest {
  private static SharedOptions shared(double dropPathRate, int frozen) {
    return new SharedOptions(
        dropPathRate,
        frozen,
        Optional.empty(),
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Silu(),
        new TrainingOptions(false, false));
  }

  private static EfficientNet.Options first(Scale scale, int index, int frozen) {
    return new EfficientNet.Options(scale, IntList.of(index), shared(0, frozen));
  }

  private static EfficientNetV2.Options second(V2Architecture arch, int index, int frozen) {
    return new EfficientNetV2.Options(arch, 3, IntList.of(index), shared(0, frozen));
  }

  @Test
  void scalesWidenAndDeepenOneNetwork() {
    assertThat(Scale.B0.blocks()).isEqualTo(16);
    assertThat(Scale.B4.blocks()).isEqualTo(32);
    assertThat(Scale.B4.stemChannels()).isEqualTo(48);
    assertThat(Scale.B4.stages())
        .extracting(rows -> rows.get(rows.size() - 1).out())
        .containsExactly(24, 32, 56, 160, 448);
  }

  @Test
  void tellTheChannelsOfTheirFeatures() {
    assertThat(new EfficientNet(first(Scale.ES, 6, 0)).outChannels()).containsExactly(1280);
    assertThat(new EfficientNet(first(Scale.B0, 4, 0)).outChannels()).containsExactly(112);
    assertThat(new EfficientNetV2(second(V2Architecture.B2, -1, 0)).outChannels())
        .containsExactly(1408);
  }

  @Test
  void laterBlocksAreLeftOutMoreOften() {
    SharedOptions options = shared(0.3, 0);

    assertThat(List.of(0, 8, 15))
        .extracting(block -> options.dropPathRate(block, 16))
        .containsExactly(0.0, 0.3 * 8 / 15, 0.3);
  }

  @Test
  void refuseWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first(Scale.B0, 7, 0))
        .withMessageContaining("out_indices has 7, but the stages are 0 to 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first(Scale.B0, 6, 8))
        .withMessageContaining("frozen_stages is 8, but there are 7 stages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> second(V2Architecture.M, 9, 0))
        .withMessageContaining("out_indices has 9, but the stages are 0 to 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> second(V2Architecture.S, -1, 9))
        .withMessageContaining("frozen_stages is 9, but there are 8 stages");
  }
}
