package io.vertebra.plugins.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Moment;
import io.vertebra.api.model.Ops;
import io.vertebra.api.options.DoubleList;
import io.vertebra.testkit.Symbolic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MixedBatchesTest {
  private static final NDArray IMAGES = Symbolic.array("images", 2, 3, 8, 8);
  private static final NDArray LABELS = Symbolic.array("labels", 2);
  private static final NDArray ROWS = Symbolic.array("rows", 2, 4);
  private static final Batch BATCH = new Batch(List.of(IMAGES), LABELS);
  private static final BatchAugment ABSOLUTE =
      (context, batch, random) -> batch.withViews(List.of(batch.images().abs()));
  private static final BatchAugment EXPONENTIAL =
      (context, batch, random) -> batch.withViews(List.of(batch.images().exp()));

  private static BatchAugments augments(List<Double> probs, Integer offEpoch) {
    return new BatchAugments(
        BatchAugments.Choices.of(List.of(ABSOLUTE, EXPONENTIAL)),
        Optional.ofNullable(probs).map(DoubleList::of),
        Optional.ofNullable(offEpoch));
  }

  private static String mixed(BatchAugments augments, Batch batch, int epoch, long seed) {
    Context context = new Iteration(new Moment(epoch, new SplittableRandom(seed)));
    Batch mixed = augments.mix(context, batch, OptionalInt.of(4));
    return mixed.images() + " " + mixed.targets();
  }

  @Test
  void turnsLabelsIntoRowsAndDrawsOneOfTheAugments() {
    BatchAugments even = augments(null, null);
    assertThat(
            List.of(mixed(even, BATCH, 0, 0), mixed(even, BATCH, 0, 1), mixed(even, BATCH, 0, 2)))
        .isSubsetOf("images.abs() oneHot(labels, 4)", "images.exp() oneHot(labels, 4)");
    assertThat(mixed(augments(List.of(1.0, 0.0), null), BATCH, 0, 0)).startsWith("images.abs()");
    assertThat(mixed(augments(List.of(0.0, 1.0), null), BATCH, 0, 0)).startsWith("images.exp()");
  }

  @Test
  void leavesRowsAsTheyAre() {
    Batch soft = new Batch(List.of(IMAGES), ROWS);
    assertThat(mixed(augments(List.of(1.0, 0.0), null), soft, 0, 0)).isEqualTo("images.abs() rows");
  }

  @Test
  void leavesTheRestOfTheBatchesAlone() {
    assertThat(mixed(augments(List.of(0.0, 0.0), null), BATCH, 0, 0)).isEqualTo("images labels");
  }

  @Test
  void endsWithAnEpochAndOutsideOfTraining() {
    BatchAugments augments = augments(List.of(1.0, 0.0), 3);
    assertThat(mixed(augments, BATCH, 2, 0)).startsWith("images.abs()");
    assertThat(mixed(augments, BATCH, 3, 0)).isEqualTo("images labels");
    Batch tested = augments.mix(Symbolic.context(new Module() {}), BATCH, OptionalInt.of(4));
    assertThat(tested).isSameAs(BATCH);
  }

  @Test
  void drawsTheSameOfTheSameIteration() {
    BatchAugments even = augments(null, null);
    for (long seed = 0; seed < 20; seed++) {
      assertThat(mixed(even, BATCH, 0, seed)).isEqualTo(mixed(even, BATCH, 0, seed));
    }
  }

  @Test
  void saysWhatItNeeds() {
    Context context = new Iteration(new Moment(0, new SplittableRandom(0)));
    assertThatThrownBy(() -> augments(null, null).mix(context, BATCH, OptionalInt.empty()))
        .hasMessageContaining("does not tell how many classes");
    Batch views = new Batch(List.of(IMAGES, IMAGES), LABELS);
    assertThatThrownBy(() -> augments(null, null).mix(context, views, OptionalInt.of(4)))
        .hasMessageContaining("one view");
    assertThatThrownBy(() -> augments(List.of(0.5), null))
        .hasMessageContaining("probs has 1 numbers, but augments has 2");
    assertThatThrownBy(() -> augments(List.of(0.7, 0.7), null))
        .hasMessageContaining("together at most 1");
  }

  /** A pass of an iteration, with operations that only write down what is asked for. */
  private record Iteration(Moment now) implements Context {
    @Override
    public Optional<Moment> moment() {
      return Optional.of(now);
    }

    @Override
    public Ops ops() {
      return Symbolic.context(new Module() {}).ops();
    }

    @Override
    public boolean training() {
      return true;
    }

    @Override
    public NDArray get(ModelTensor tensor) {
      throw new IllegalArgumentException("there are no arrays");
    }
  }
}
