package io.vertebra.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import io.vertebra.testkit.Symbolic;
import org.junit.jupiter.api.Test;

final class SeesawLossTest {
  private final SeesawLoss loss = new SeesawLoss(options(false));

  private static SeesawLoss.Options options(boolean sigmoid) {
    return new SeesawLoss.Options(sigmoid, 0.8, 2, 3, 0.01, ReductionOptions.MEAN);
  }

  private NDArray of(int classes, NDArray targets) {
    return loss.forward(Symbolic.context(loss), Symbolic.array("logits", 4, classes), targets);
  }

  @Test
  void countsAreSavedWithTheWeights() {
    assertThat(loss.tensors().keySet()).containsExactly("cum_samples");
    assertThat(loss.tensors().get("cum_samples").persistent()).isTrue();
  }

  @Test
  void mixedImagesCannotBeCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(3, Symbolic.array("rows", 4, 3)))
        .withMessageContaining("do not mix images");
  }

  @Test
  void classesThatAreStatedMustBeThoseOfTheLogits() {
    assertThatIllegalStateException()
        .isThrownBy(() -> of(5, Symbolic.array("targets", 4)))
        .withMessageContaining("num_classes of the SeesawLoss is 3, but the logits have 5");
  }

  @Test
  void sigmoidsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(true))
        .withMessageContaining("use_sigmoid is true");
  }
}
