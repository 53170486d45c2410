package io.vertebra.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertebra.testkit.Symbolic;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LabelSmoothLossTest {
  private static String of(double value, SmoothingMode mode, Optional<Integer> classes) {
    LabelSmoothLoss loss =
        new LabelSmoothLoss(
            new LabelSmoothLoss.Options(
                value, classes, Optional.empty(), mode, WeightingOptions.PLAIN));
    return loss.forward(
            Symbolic.context(loss), Symbolic.array("logits", 4, 2), Symbolic.array("targets", 4))
        .toString();
  }

  @Test
  void softmaxIsComparedWithSmoothTargetsInOneOperation() {
    assertThat(of(0.25, SmoothingMode.ORIGINAL, Optional.of(2)))
        .isEqualTo("crossEntropies(toFloat32(logits), targets, [], 0.25).mean()");
    assertThat(of(0.25, SmoothingMode.CLASSY_VISION, Optional.empty()))
        .isEqualTo("crossEntropies(toFloat32(logits), targets, [], 0.2).mean()");
  }

  @Test
  void severalLabelsAreComparedWithSigmoids() {
    assertThat(of(0.25, SmoothingMode.MULTI_LABEL, Optional.empty()))
        .isEqualTo(
            "binaryCrossEntropies(toFloat32(logits),"
                + " toFloat32(oneHot(targets, 2).gt(0)).mul(0.5).add(0.25), [], []).mean()");
  }

  @Test
  void nothingButAShareCanBeSmoothed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(1, SmoothingMode.ORIGINAL, Optional.empty()))
        .withMessageContaining("label_smooth_val is 1");
  }

  @Test
  void classesThatAreStatedMustBeThoseOfTheLogits() {
    assertThatIllegalStateException()
        .isThrownBy(() -> of(0.1, SmoothingMode.ORIGINAL, Optional.of(10)))
        .withMessageContaining("is 10, but the logits have 2 classes");
  }
}
