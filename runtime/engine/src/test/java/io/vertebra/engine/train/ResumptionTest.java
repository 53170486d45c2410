package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.model.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumptionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7})
  void aRunThatGoesOnEndsWithTheSameBitsWhereverItStood(int iteration) throws IOException {
    Map<String, String> whole = SavedRun.end(folder, Optional.empty());

    assertThat(SavedRun.end(folder, Optional.of(SavedRun.file(folder, iteration))))
        .isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7})
  void gradientsOfAnUnfinishedWindowAreNotLost(int iteration) throws IOException {
    Map<String, String> whole = SavedRun.end(folder, 3, Optional.empty());

    assertThat(SavedRun.end(folder, 3, Optional.of(SavedRun.file(folder, iteration))))
        .isEqualTo(whole);
  }

  @Test
  void aLoopOfIterationsGoesOnInTheMiddleOfAPass() throws IOException {
    Map<String, String> whole;
    Map<String, String> resumed;
    TrainOptions options = TrainOptions.iterations(7, 3);
    try (ToyRun run = new ToyRun()) {
      run.train(folder, options, SavedRun.HALVING, Optional.empty(), new SavingHook());
      whole = run.weights();
    }
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder,
          options,
          SavedRun.HALVING,
          Optional.of(SavedRun.file(folder, 3)),
          new SavingHook());
      resumed = run.weights();
    }
    assertThat(resumed).isEqualTo(whole);
  }

  @Test
  void aRunThatWasAtItsEndSaysSo() throws IOException {
    SavedRun.end(folder, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      Optional<Path> last = Optional.of(folder.resolve("epoch_4.safetensors"));
      run.train(
          folder,
          TrainOptions.epochs(SavedRun.EPOCHS, 1),
          SavedRun.HALVING,
          last,
          new SavingHook());

      assertThat(run.notes)
          .contains("nothing is left to train: the run had come to the end that the config says");
    }
  }

  @Test
  void skippedImagesAreNotReadAgain() throws IOException {
    SavedRun.end(folder, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      List<Integer> seen = new ArrayList<>();
      Hook counter =
          new Hook() {
            @Override
            public void afterTrainIter(Run state) {
              seen.add(state.progress().batch());
            }
          };
      run.train(
          folder,
          TrainOptions.epochs(SavedRun.EPOCHS, 9),
          SavedRun.HALVING,
          Optional.of(SavedRun.file(folder, 7)),
          counter);
      assertThat(seen).containsExactly(1);
    }
  }

  @Test
  void hooksGetTheirStateBackAndTheReportSaysSo() throws IOException {
    SavedRun.end(folder, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      SavingHook hook = new SavingHook();
      run.train(
          folder,
          TrainOptions.epochs(SavedRun.EPOCHS, 1),
          SavedRun.HALVING,
          Optional.of(SavedRun.file(folder, 5)),
          hook);

      assertThat(hook.count).isEqualTo(2 * SavedRun.EPOCHS);
      assertThat(run.notes.get(0)).contains("2 epochs and 5 iterations are done");
      assertThat(run.notes.get(1))
          .contains("2 arrays of the network", "2 arrays of the optimizer", "state of Saving");
      assertThat(run.notes).hasSize(2);
    }
  }

  @Test
  void aFinishedValidationIsNotRepeatedAndOneThatWasCutOffIsMadeUpFor() throws IOException {
    SavedRun.end(folder, Optional.empty());

    assertThat(validationsAfterResuming(folder.resolve("epoch_2.safetensors")))
        .isEqualTo(SavedRun.EPOCHS);
    assertThat(validationsAfterResuming(SavedRun.file(folder, 3))).isEqualTo(SavedRun.EPOCHS);
    Files.delete(folder.resolve("epoch_2.validated.json"));
    assertThat(validationsAfterResuming(folder.resolve("epoch_2.safetensors")))
        .isEqualTo(SavedRun.EPOCHS);
  }

  private int validationsAfterResuming(Path file) throws IOException {
    try (ToyRun run = new ToyRun()) {
      SavingHook hook = new SavingHook();
      run.train(
          folder,
          TrainOptions.epochs(SavedRun.EPOCHS, 1),
          SavedRun.HALVING,
          Optional.of(file),
          hook);
      return hook.validations;
    }
  }

  @Test
  void aChangedScheduleDoesWhatTheConfigSaysAndIsTold() throws IOException {
    SavedRun.end(folder, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder,
          TrainOptions.epochs(6, 1),
          List.of(),
          Optional.of(SavedRun.file(folder, 4)),
          new SavingHook());

      assertThat(run.notes)
          .contains("lr of group 0 is 0.5 by the config, and was 0.03125")
          .contains("max_iterations is 12, and was 8");
      assertThat(run.optimizer.groups().get(0).hyperParameter("lr")).isEqualTo(0.5);
    }
  }

  @Test
  void aChangedPrecisionIsTold() throws IOException {
    SavedRun.end(folder, Optional.empty());
    ToyRun.Settings lower = ToyRun.Settings.of(new ToyAlgorithm()).with(Precision.BFLOAT16);
    try (ToyRun run = new ToyRun(lower)) {
      run.train(
          folder,
          TrainOptions.epochs(SavedRun.EPOCHS, 1),
          SavedRun.HALVING,
          Optional.of(SavedRun.file(folder, 4)),
          new SavingHook());

      assertThat(run.notes).contains("precision is bfloat16, and was float32");
    }
  }
}
