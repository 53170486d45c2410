package io.vertebra.plugins.mnasnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.IntList;
import io.vertebra.families.mobile.TrainingOptions;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Relu;
import org.junit.jupiter.api.Test;

final class MnasNetTest {
  private static MnasNetOptions options(double alpha, int classes, int index) {
    return new MnasNetOptions(
        alpha,
        classes,
        0.2,
        IntList.of(index),
        0,
        arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
        arguments -> new Relu(),
        new TrainingOptions(false, false));
  }

  @Test
  void tellsTheChannelsOfItsFeatures() {
    assertThat(new MnasNet(options(0.5, -1, 2)).outChannels()).containsExactly(24);
    assertThat(new MnasNet(options(1.3, -1, -1)).outChannels()).containsExactly(1280);
    assertThat(new MnasNet(options(1, 5, -1)).outChannels()).containsExactly(5);
  }

  @Test
  void theClassifierStartsByItsClasses() {
    double bound = Math.sqrt(3.0 / 12);

    assertThat(new MnasNet(options(1, 12, -1)).parameters().get("classifier.1.weight").initial())
        .isEqualTo(new Distribution.Uniform(-bound, bound));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(0, -1, -1))
        .withMessageContaining("alpha is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(1, -1, 8))
        .withMessageContaining("out_indices has 8, but the stages are 0 to 7");
  }
}
