package io.vertebra.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Reduction;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class CrossEntropyLossTest {
  private static WeightingOptions weighting(Reduction reduction, double lossWeight) {
    return new WeightingOptions(
        new ReductionOptions(reduction, lossWeight),
        Optional.of(List.of(2.0, 3.0)),
        Optional.empty());
  }

  private static String of(CrossEntropyLoss.Options options) {
    CrossEntropyLoss loss = new CrossEntropyLoss(options);
    return loss.forward(
            Symbolic.context(loss), Symbolic.array("logits", 4, 2), Symbolic.array("targets", 4))
        .toString();
  }

  @Test
  void theMeanOfABatchIsOneOperationInFloat32() {
    WeightingOptions half =
        new WeightingOptions(
            new ReductionOptions(Reduction.MEAN, 0.5), Optional.empty(), Optional.empty());

    assertThat(of(new CrossEntropyLoss.Options(false, false, WeightingOptions.PLAIN)))
        .isEqualTo("crossEntropy(toFloat32(logits), targets)");
    assertThat(of(new CrossEntropyLoss.Options(false, false, half)))
        .isEqualTo("crossEntropy(toFloat32(logits), targets).mul(0.5)");
  }

  @Test
  void classesAreWeighedBeforeTheLossesAreAddedUp() {
    assertThat(of(new CrossEntropyLoss.Options(false, true, weighting(Reduction.SUM, 1))))
        .isEqualTo("crossEntropies(toFloat32(logits), targets, [2.0, 3.0], 0.0).sum()");
  }

  @Test
  void sigmoidsAreComparedWithRowsOfClasses() {
    assertThat(of(new CrossEntropyLoss.Options(true, false, weighting(Reduction.NONE, 1))))
        .isEqualTo("binaryCrossEntropies(toFloat32(logits), oneHot(targets, 2), [2.0, 3.0], [])");
  }

  @Test
  void samplesAreWeighedAndAveragedAsTheCallerSays() {
    CrossEntropyLoss loss =
        new CrossEntropyLoss(new CrossEntropyLoss.Options(false, false, WeightingOptions.PLAIN));
    NDArray logits = Symbolic.array("logits", 4, 2);
    NDArray targets = Symbolic.array("targets", 4);

    assertThat(loss.forward(Symbolic.context(loss), logits, targets, Averaging.overSamples(logits)))
        .as("the mean over samples is the fused operation")
        .hasToString("crossEntropy(toFloat32(logits), targets)");
    assertThat(
            loss.forward(
                Symbolic.context(loss),
                logits,
                targets,
                new Averaging(Optional.empty(), OptionalDouble.of(3), Optional.of(Reduction.MEAN))))
        .hasToString("crossEntropies(toFloat32(logits), targets, [], 0.0).sum().div(3.0)");
    assertThat(
            loss.forward(
                Symbolic.context(loss),
                logits,
                targets,
                new Averaging(
                    Optional.empty(), OptionalDouble.empty(), Optional.of(Reduction.SUM))))
        .hasToString("crossEntropies(toFloat32(logits), targets, [], 0.0).sum()");
  }

  @Test
  void classesThatAreNotKnownAreNotLearnt() {
    CrossEntropyLoss loss =
        new CrossEntropyLoss(new CrossEntropyLoss.Options(true, false, WeightingOptions.PLAIN));

    assertThat(
            loss.forward(
                Symbolic.context(loss),
                Symbolic.array("logits", 4, 2),
                Symbolic.array("rows", 4, 2)))
        .hasToString(
            "binaryCrossEntropies(toFloat32(logits), toFloat32(rows).maximum(0.0), [], [])"
                + ".mul(toFloat32(rows.gte(0))).mean()");
  }

  @Test
  void nothingIsDividedByZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Averaging(Optional.empty(), OptionalDouble.of(0), Optional.empty()))
        .withMessageContaining("a factor above 0, but not by 0");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrossEntropyLoss.Options(true, true, WeightingOptions.PLAIN))
        .withMessageContaining("use_sigmoid and use_soft are both true");
    WeightingOptions positives =
        new WeightingOptions(ReductionOptions.MEAN, Optional.empty(), Optional.of(Weights.of(2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrossEntropyLoss.Options(false, false, positives))
        .withMessageContaining("set use_sigmoid: true");
  }
}
