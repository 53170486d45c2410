package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Run;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.FreezeOptions;
import io.vertebra.engine.fixture.BrittleAlgorithm;
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

final class FreezePhasesTest {
  private static final int EPOCHS = 4;

  @TempDir private Path folder;

  @Test
  void whatIsFrozenForAPhaseChangesBeforeAndAfterIt() throws IOException {
    Watching hook = new Watching();
    try (ToyRun run = new ToyRun(settings(1))) {
      hook.watched = run;
      run.train(folder, run.options(EPOCHS, 9), List.of(), Optional.empty(), hook);

      assertThat(changed(hook.seen, "hidden.weight"))
          .containsExactly(true, true, false, false, false, false, true, true);
      assertThat(changed(hook.seen, "norm.running_mean"))
          .containsExactly(false, false, false, false, true, true, true, true);
      assertThat(changed(hook.seen, "norm.weight"))
          .containsExactly(false, false, false, false, true, true, true, true);
      assertThat(changed(hook.seen, "head.bias")).containsOnly(false);
      assertThat(changed(hook.seen, "head.weight")).containsOnly(true);
      assertThat(run.notes)
          .containsExactly(
              "from epoch 1 on frozen: head.bias, norm",
              "from epoch 2 on frozen: head.bias, hidden, norm",
              "from epoch 3 on frozen: head.bias, hidden",
              "from epoch 4 on frozen: head.bias");
    }
  }

  @Test
  void aFrozenParameterIsNotRememberedAnythingOf() {
    try (ToyRun run = new ToyRun(settings(1))) {
      assertThat(run.optimizer.state().arrays(0, run.state.manager()).keySet())
          .contains("optimizer/momentum_buffer/hidden.weight")
          .doesNotContain("optimizer/momentum_buffer/head.bias");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "1, 3", "1, 5", "1, 7", "3, 2", "3, 4", "3, 5"})
  void aRunWithPhasesIsResumedToTheBit(int accumulativeCounts, int iteration) throws IOException {
    Map<String, String> whole = end(accumulativeCounts, Optional.empty());
    Path file = folder.resolve("iter_" + iteration + Checkpoint.ENDING);

    assertThat(end(accumulativeCounts, Optional.of(file))).isEqualTo(whole);
  }

  private Map<String, String> end(int accumulativeCounts, Optional<Path> start) throws IOException {
    Watching hook = new Watching();
    try (ToyRun run = new ToyRun(settings(accumulativeCounts))) {
      hook.watched = run;
      run.train(folder, run.options(EPOCHS, 9), List.of(), start, hook);
      Map<String, String> end = weights(run);
      run.optimizer
          .groups()
          .forEach(group -> end.put(group.parameters().size() + " parameters", "" + group.step()));
      return end;
    }
  }

  private static ToyRun.Settings settings(int accumulativeCounts) {
    return ToyRun.Settings.of(new BrittleAlgorithm())
        .accumulating(accumulativeCounts, 2 * EPOCHS)
        .freezing(
            FreezeOptions.of("head.bias"),
            new FreezeOptions("hidden", 1, Optional.of(3), true),
            new FreezeOptions("norm", 0, Optional.of(2), true));
  }

  /** Whether an array changed in each iteration. */
  private static List<Boolean> changed(List<Map<String, String>> seen, String name) {
    List<Boolean> changed = new ArrayList<>();
    for (int i = 1; i < seen.size(); i++) {
      changed.add(!seen.get(i).get(name).equals(seen.get(i - 1).get(name)));
    }
    return changed;
  }

  private static Map<String, String> weights(ToyRun run) {
    Map<String, String> weights = new TreeMap<>();
    run.state
        .stateDict()
        .forEach(
            (name, array) -> {
              if (array.getDataType().isFloating()) {
                weights.put(name, Arrays.toString(array.toFloatArray()));
              }
            });
    return weights;
  }

  /** Keeps the weights before the first and after each iteration, and saves after each. */
  private static final class Watching implements Hook {
    private final List<Map<String, String>> seen = new ArrayList<>();
    private ToyRun watched;

    @Override
    public int priority() {
      return Priority.VERY_LOW.value();
    }

    @Override
    public void beforeTrain(Run run) {
      seen.add(weights(watched));
    }

    @Override
    public void afterTrainIter(Run run) {
      seen.add(weights(watched));
      long done = run.progress().iteration() + 1;
      try {
        run.checkpoints().save("iter_" + done, new Position(run.progress().epoch(), done));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
