package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Loss;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionRecipeTest {
  @TempDir private Path folder;

  @Test
  void batchesAreMixedFromTheEpochOfTheChangeOn() {
    List<Integer> mixed = new ArrayList<>();
    BatchAugments counting =
        new BatchAugments(
            BatchAugments.Choices.of(
                (context, batch, random) -> {
                  mixed.add(context.moment().orElseThrow().epoch());
                  return batch;
                }),
            Optional.empty(),
            Optional.empty());
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder,
          4,
          9,
          List.of(),
          before(1, state -> state.recipe().switchBatchAugments(Optional.of(counting))),
          before(3, state -> state.recipe().switchBatchAugments(Optional.empty())));
    }
    assertThat(mixed).containsExactly(1, 1, 2, 2);
  }

  @Test
  void dataWithoutAPipelineAndAnAlgorithmWithoutALossRefuse() {
    try (ToyRun run = new ToyRun()) {
      assertThatThrownBy(
              () -> train(run, state -> state.recipe().switchPipeline(new Pipeline(List.of()))))
          .isInstanceOf(PartRefusalException.class)
          .hasMessageContaining("ToyDataset has no pipeline that could be changed");
      assertThatThrownBy(() -> train(run, state -> state.recipe().switchLoss(new Plain())))
          .hasMessageContaining("ToyAlgorithm has no loss that could be changed");
    }
  }

  @Test
  void aLossWithArraysIsRefused() {
    try (ToyRun run = new ToyRun()) {
      assertThatThrownBy(() -> train(run, state -> state.recipe().switchLoss(new Learnt())))
          .hasMessageContaining("Learnt has arrays of its own (scale)");
    }
  }

  private void train(ToyRun run, Consumer<Run> action) {
    run.train(folder, 1, 9, List.of(), before(0, action));
  }

  private static Hook before(int epoch, Consumer<Run> action) {
    return new Hook() {
      @Override
      public void beforeTrainEpoch(Run run) {
        if (run.progress().epoch() == epoch) {
          action.accept(run);
        }
      }
    };
  }

  /** A loss that is not computed here. */
  private static class Plain extends Loss {
    @Override
    public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
      return logits;
    }
  }

  /** A loss with a parameter. */
  private static final class Learnt extends Plain {
    Learnt() {
      addParameter("scale", new Shape(1), Distribution.ones());
    }
  }
}
