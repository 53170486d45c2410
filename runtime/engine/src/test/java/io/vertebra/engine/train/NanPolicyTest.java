package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Run;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.NanPolicy;
import io.vertebra.engine.fixture.BrittleAlgorithm;
import io.vertebra.engine.fixture.BrittleAlgorithm.Break;
import io.vertebra.engine.model.Precision;
import io.vertebra.engine.torch.GradMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NanPolicyTest {
  private static final int EPOCHS = 3;

  @TempDir private Path folder;

  private final BrittleAlgorithm algorithm = new BrittleAlgorithm();
  private final ToyRun.Settings settings = ToyRun.Settings.of(algorithm);

  @ParameterizedTest
  @EnumSource(
      value = Break.class,
      names = {"HIDDEN", "GRADIENT"})
  void anUpdateThatIsLeftOutLeavesNothingBehind(Break place) throws IOException {
    Breaking breaking = new Breaking(place, List.of(0L));
    Map<String, String> before;
    try (ToyRun run = new ToyRun(settings.with(NanPolicy.SKIP))) {
      before = weights(run);
      run.train(
          folder, run.options(EPOCHS, 9), List.of(), Optional.empty(), breaking, stopAfter(1));

      Map<String, String> after = weights(run);
      // The statistics of a batch whose gradients alone are not finite are good ones.
      if (place == Break.GRADIENT) {
        List.of(before, after).forEach(NanPolicyTest::removeStatistics);
      }
      assertThat(after).isEqualTo(before);
      assertThat(run.notes).singleElement().asString().contains("in iteration 1 ", "left out");
    }
  }

  @Test
  void leftOutUpdatesAreCountedAndHaveNoLossInTheLog() throws IOException {
    Breaking breaking = new Breaking(Break.HIDDEN, List.of(1L, 3L));
    try (ToyRun run = new ToyRun(settings.with(NanPolicy.SKIP))) {
      run.train(folder, run.options(EPOCHS, 9), List.of(), Optional.empty(), breaking);
    }
    assertThat(breaking.scalars.get(0)).containsKey("loss").doesNotContainKey("skipped_updates");
    assertThat(breaking.scalars.get(1))
        .containsEntry("skipped_updates", 1.0)
        .doesNotContainKey("loss");
    assertThat(breaking.scalars.get(5)).containsKey("loss").containsEntry("skipped_updates", 2.0);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "1, 3", "3, 1", "3, 2", "3, 4"})
  void aRunThatLeavesUpdatesOutIsResumedToTheBit(int accumulativeCounts, int iteration)
      throws IOException {
    Map<String, String> whole = end(accumulativeCounts, Optional.empty());

    assertThat(end(accumulativeCounts, Optional.of(file(iteration)))).isEqualTo(whole);
  }

  private Map<String, String> end(int accumulativeCounts, Optional<Path> start) throws IOException {
    ToyRun.Settings skipping =
        settings.with(NanPolicy.SKIP).accumulating(accumulativeCounts, 2 * EPOCHS);
    Breaking breaking = new Breaking(Break.HIDDEN, List.of(1L, 3L));
    try (ToyRun run = new ToyRun(skipping)) {
      run.train(folder, run.options(EPOCHS, 9), List.of(), start, breaking);
      assertThat(breaking.scalars.get(breaking.scalars.size() - 1))
          .containsEntry("skipped_updates", 2.0);
      return weights(run);
    }
  }

  @Test
  void aRunThatStopsNamesTheIterationTheLossAndTheFirstLayer() {
    Breaking breaking = new Breaking(Break.HIDDEN, List.of(2L));
    try (ToyRun run = new ToyRun(settings.with(NanPolicy.STOP))) {
      assertThatThrownBy(() -> train(run, breaking))
          .isInstanceOf(NotFiniteException.class)
          .hasMessageContaining("in iteration 3 the loss is {loss=NaN}")
          .hasMessageContaining("the first output that is not finite is that of linear in hidden")
          .hasMessageContaining("train_cfg.nan_policy: skip");
    }
  }

  @Test
  void aRunThatStopsNamesTheGradientWhereTheLossIsFinite() {
    Breaking breaking = new Breaking(Break.GRADIENT, List.of(1L));
    try (ToyRun run = new ToyRun(settings.with(NanPolicy.STOP))) {
      assertThatThrownBy(() -> train(run, breaking))
          .hasMessageContaining("the gradient of `hidden.weight` is not finite")
          .hasMessageContaining("the outputs of all layers are finite");
    }
  }

  @Test
  void aRunThatStopsNamesWeightsThatWereBrokenBefore() {
    try (ToyRun run = new ToyRun(settings.with(NanPolicy.STOP))) {
      GradMode.OFF.run(() -> run.state.parameters().get("head.weight").divi(0));
      assertThatThrownBy(() -> train(run, stopAfter(1)))
          .hasMessageContaining("`head.weight` of the network holds such values before");
    }
  }

  @Test
  void nothingIsLookedAtWhereThatIsNotAskedFor() throws IOException {
    Breaking breaking = new Breaking(Break.HIDDEN, List.of(0L));
    try (ToyRun run = new ToyRun(settings)) {
      run.train(folder, run.options(1, 9), List.of(), Optional.empty(), breaking);

      assertThat(breaking.scalars.get(1).get("loss")).isNaN();
      assertThat(weights(run).get("head.weight")).contains("NaN");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void lossesAreScaledInFloat16AndTheScaleGoesOnToTheBit(int iteration) throws IOException {
    Map<String, String> whole = halfEnd(Optional.empty());

    assertThat(halfEnd(Optional.of(file(iteration)))).isEqualTo(whole);
  }

  private Map<String, String> halfEnd(Optional<Path> start) throws IOException {
    Breaking breaking = new Breaking(Break.GRADIENT, List.of(1L));
    try (ToyRun run = new ToyRun(settings.with(Precision.FLOAT16))) {
      run.train(folder, run.options(EPOCHS, 9), List.of(), start, breaking);

      Map<String, Double> last = breaking.scalars.get(breaking.scalars.size() - 1);
      assertThat(last).containsEntry("loss_scale", 32768.0).containsEntry("skipped_updates", 1.0);
      assertThat(last.get("loss")).isFinite();
      assertThat(run.notes).noneMatch(note -> note.contains("left out"));
      return weights(run);
    }
  }

  private void train(ToyRun run, Hook hook) throws IOException {
    run.train(folder, run.options(EPOCHS, 9), List.of(), Optional.empty(), hook);
  }

  private Path file(int iteration) {
    return folder.resolve("iter_" + iteration + Checkpoint.ENDING);
  }

  private static Map<String, String> weights(ToyRun run) {
    Map<String, String> weights = new TreeMap<>();
    run.state
        .stateDict()
        .forEach(
            (name, array) ->
                weights.put(
                    name,
                    array.getDataType().isFloating()
                        ? Arrays.toString(array.toFloatArray())
                        : Arrays.toString(array.toLongArray())));
    return weights;
  }

  private static void removeStatistics(Map<String, String> weights) {
    weights.keySet().removeIf(name -> name.contains("running") || name.contains("tracked"));
  }

  private static Hook stopAfter(int iterations) {
    return new Hook() {
      @Override
      public void afterTrainIter(Run run) {
        if (run.progress().iteration() + 1 == iterations) {
          run.stop("enough");
        }
      }
    };
  }

  /** Breaks the algorithm in some iterations, keeps the scalars, and saves after each. */
  private final class Breaking implements Hook {
    private final Break place;
    private final List<Long> iterations;
    private final List<Map<String, Double>> scalars = new ArrayList<>();

    Breaking(Break place, List<Long> iterations) {
      this.place = place;
      this.iterations = iterations;
    }

    @Override
    public int priority() {
      return Priority.VERY_LOW.value();
    }

    @Override
    public void beforeTrainIter(Run run) {
      boolean breaks = iterations.contains(run.progress().iteration());
      algorithm.breakAt(breaks ? place : Break.NOTHING);
    }

    @Override
    public void afterTrainIter(Run run) {
      scalars.add(Map.copyOf(run.scalars()));
      long done = run.progress().iteration() + 1;
      try {
        run.checkpoints().save("iter_" + done, new Position(run.progress().epoch(), done));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
