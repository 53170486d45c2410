package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.TrainOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is told to stop saves where it stands, unless that is saved already. */
final class InterruptionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void anInterruptedRunLosesNothing(int iteration) throws IOException {
    Map<String, String> whole = SavedRun.end(folder, Optional.empty());
    Path file = interruptAfter(iteration);

    assertThat(LastCheckpoint.in(folder)).contains(file);
    try (ToyRun run = new ToyRun(1, 2 * SavedRun.EPOCHS)) {
      run.train(folder, epochs(1), SavedRun.HALVING, Optional.of(file), new SteppingHook());
      assertThat(run.weights()).isEqualTo(whole);
      assertThat(run.notes.get(0)).contains(iteration + " iterations are done");
    }
  }

  @Test
  void anInterruptedLoopOfIterationsIsSavedToo() throws IOException {
    try (ToyRun run = new ToyRun()) {
      TrainOptions options = TrainOptions.iterations(7, 3);
      run.train(folder, options, SavedRun.HALVING, Optional.empty(), interrupting(run, 3));
      assertThat(run.saved).containsExactly(folder.resolve("interrupted.safetensors"));
    }
  }

  @Test
  void aRunThatIsInterruptedWhereACheckpointWasTakenWritesNoOther() throws IOException {
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder,
          epochs(1),
          SavedRun.HALVING,
          Optional.empty(),
          new SavingHook(),
          interrupting(run, 3));

      assertThat(LastCheckpoint.in(folder)).contains(SavedRun.file(folder, 3));
      assertThat(folder.resolve("interrupted.safetensors")).doesNotExist();
    }
  }

  @Test
  void aRunThatIsInterruptedBeforeItsFirstIterationLeavesNothing() throws IOException {
    try (ToyRun run = new ToyRun()) {
      run.stop.interrupt("too early");
      run.train(folder, epochs(1), SavedRun.HALVING, Optional.empty());

      assertThat(run.saved).isEmpty();
    }
  }

  @Test
  void aRunThatIsInterruptedInAValidationDoesNotRepeatIt() throws IOException {
    try (ToyRun run = new ToyRun()) {
      Hook interrupting =
          new Hook() {
            @Override
            public void beforeVal(Run state) {
              run.stop.interrupt("enough");
            }
          };
      CountingHook counting = new CountingHook();
      run.train(folder, epochs(2), SavedRun.HALVING, Optional.empty(), counting, interrupting);
      assertThat(counting.validations).isEqualTo(1);
    }
    try (ToyRun run = new ToyRun()) {
      CountingHook counting = new CountingHook();
      Optional<Path> start = LastCheckpoint.in(folder);
      run.train(folder, epochs(2), SavedRun.HALVING, start, counting);

      assertThat(start).contains(folder.resolve("interrupted.safetensors"));
      assertThat(counting.validations).isEqualTo(SavedRun.EPOCHS / 2);
    }
  }

  private static TrainOptions epochs(int valInterval) {
    return TrainOptions.epochs(SavedRun.EPOCHS, valInterval);
  }

  private static Hook interrupting(ToyRun run, int iterations) {
    return new Hook() {
      @Override
      public void afterTrainIter(Run state) {
        if (state.progress().iteration() + 1 == iterations) {
          run.stop.interrupt("enough");
        }
      }
    };
  }

  @Test
  void itsCheckpointGoesOnceALaterOneIsWritten() throws IOException {
    Path interrupted = interruptAfter(3);
    SavedRun.end(folder, Optional.of(interrupted));

    assertThat(interrupted).doesNotExist();
    assertThat(LastCheckpoint.in(folder)).contains(folder.resolve("epoch_4.safetensors"));
  }

  @Test
  void itsCheckpointStaysWhileThereIsNoLaterOne() throws IOException {
    Path interrupted = interruptAfter(3);
    try (ToyRun run = new ToyRun(1, 2 * SavedRun.EPOCHS)) {
      run.train(folder, epochs(1), SavedRun.HALVING, Optional.of(interrupted), new SteppingHook());
    }

    assertThat(LastCheckpoint.in(folder)).contains(interrupted);
  }

  @Test
  void itsCheckpointStaysWhereTheLaterOneCannotBeWritten() throws IOException {
    Path interrupted = interruptAfter(3);
    Files.createDirectories(SavedRun.file(folder, 4).resolve("inside"));

    assertThatThrownBy(() -> SavedRun.end(folder, Optional.of(interrupted)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(LastCheckpoint.in(folder)).contains(interrupted);
  }

  @Test
  void itsCheckpointStaysWhereAnotherRunUsesItsFolder() throws IOException {
    Path interrupted = interruptAfter(3);
    SavedRun.end(folder, Optional.empty());

    assertThat(interrupted).exists();
  }

  @Test
  void aSecondInterruptionTakesThePlaceOfTheFirst() throws IOException {
    Path interrupted = interruptAfter(3);
    try (ToyRun run = new ToyRun(1, 2 * SavedRun.EPOCHS)) {
      run.train(
          folder,
          epochs(1),
          SavedRun.HALVING,
          Optional.of(interrupted),
          new SteppingHook(),
          interrupting(run, 5));
    }

    assertThat(LastCheckpoint.in(folder)).contains(interrupted);
    try (Checkpoint checkpoint = Checkpoint.open(interrupted)) {
      assertThat(checkpoint.info().iteration()).isEqualTo(5);
    }
  }

  /** Interrupts a run that saves nothing else, and gives its checkpoint. */
  private Path interruptAfter(int iteration) throws IOException {
    try (ToyRun run = new ToyRun(1, 2 * SavedRun.EPOCHS)) {
      run.train(
          folder,
          epochs(1),
          SavedRun.HALVING,
          Optional.empty(),
          new SteppingHook(),
          interrupting(run, iteration));
    }
    return folder.resolve("interrupted.safetensors");
  }
}
