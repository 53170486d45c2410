package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.TrainOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that average their weights go on with both kinds. */
final class AveragedResumptionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7})
  void averagedWeightsAndThoseOfTrainingBothGoOn(int iteration) throws IOException {
    List<Map<String, String>> whole = averagedEnd(Optional.empty());

    assertThat(whole.get(1)).isNotEqualTo(whole.get(0));
    assertThat(averagedEnd(Optional.of(SavedRun.file(folder, iteration)))).isEqualTo(whole);
  }

  /** The weights of training at the end, and those that the last checkpoint deploys. */
  private List<Map<String, String>> averagedEnd(Optional<Path> start) throws IOException {
    try (ToyRun run = new ToyRun()) {
      TrainOptions options = TrainOptions.epochs(SavedRun.EPOCHS, 1);
      run.train(folder, options, SavedRun.HALVING, start, new AveragingHook(), new SavingHook());
      Map<String, String> trained = run.weights();
      try (Checkpoint checkpoint = Checkpoint.open(folder.resolve("epoch_4.safetensors"))) {
        checkpoint.loadInto(run.state, run.services().files());
      }
      return List.of(trained, run.weights());
    }
  }

  @Test
  void aCheckpointThatIsWrittenDuringAValidationDeploysTheAverage() throws IOException {
    Hook saving =
        new Hook() {
          @Override
          public void afterValIter(Run run) {
            SavingHook.save(run, "swapped", new Position(run.progress().epoch(), 0));
          }
        };
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder,
          TrainOptions.epochs(1, 1),
          SavedRun.HALVING,
          Optional.empty(),
          new AveragingHook(),
          new SavingHook(),
          saving);
    }
    assertThat(deployed("swapped")).isEqualTo(deployed("epoch_1"));
  }

  private Map<String, String> deployed(String name) throws IOException {
    try (ToyRun run = new ToyRun();
        Checkpoint checkpoint = Checkpoint.open(folder.resolve(name + Checkpoint.ENDING))) {
      checkpoint.loadInto(run.state, run.services().files());
      return run.weights();
    }
  }

  @Test
  void aRunThatStopsAveragingGoesOnWithItsOwnWeightsAndSaysSo() throws IOException {
    Map<String, String> plain = SavedRun.end(folder, Optional.empty());
    averagedEnd(Optional.empty());

    try (ToyRun run = new ToyRun()) {
      TrainOptions options = TrainOptions.epochs(SavedRun.EPOCHS, 1);
      run.train(
          folder,
          options,
          SavedRun.HALVING,
          Optional.of(SavedRun.file(folder, 5)),
          new SavingHook());
      assertThat(run.weights()).isEqualTo(plain);
      assertThat(run.notes)
          .contains(
              "the checkpoint has averaged weights, but no hook averages now: they are left out");
    }
  }

  @Test
  void twoHooksDoNotAverageTheSameCopy() throws IOException {
    Hook other =
        new Hook() {
          @Override
          public void beforeRun(Run run) {
            run.weightCopy("Other");
          }
        };
    try (ToyRun run = new ToyRun()) {
      assertThatThrownBy(() -> run.train(folder, 1, 1, List.of(), new AveragingHook(), other))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Averaging and Other both average the weights");
    }
  }
}
