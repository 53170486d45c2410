package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.torch.GradMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointStoreTest {
  @TempDir private Path folder;

  @Test
  void aCheckpointHoldsWhatWasThereWhenItWasAskedFor() throws IOException {
    try (ToyRun run = new ToyRun()) {
      NDArray weight = run.state.parameters().get("weight");
      List<String> values = new ArrayList<>();
      run.train(
          folder,
          1,
          9,
          List.of(),
          saving(
              state -> {
                values.add(Arrays.toString(weight.toFloatArray()));
                state.checkpoints().save("early", new Position(0, 1));
                GradMode.OFF.run(() -> weight.muli(0));
              }));
      try (Checkpoint checkpoint = Checkpoint.open(folder.resolve("early.safetensors"))) {
        checkpoint.loadInto(run.state, run.services().files());
      }

      assertThat(Arrays.toString(weight.toFloatArray())).isEqualTo(values.get(0));
      assertThat(run.saved).containsExactly(folder.resolve("early.safetensors"));
    }
  }

  @Test
  void aRunThatFailsTellsOfWhatWasWritten() {
    ToyRun run = new ToyRun();
    assertThatThrownBy(
            () ->
                run.train(
                    folder,
                    1,
                    9,
                    List.of(),
                    saving(
                        state -> {
                          state.checkpoints().save("good", new Position(0, 1));
                          throw new IllegalStateException("a fault");
                        })))
        .hasMessage("a fault");
    run.close();

    assertThat(run.saved).containsExactly(folder.resolve("good.safetensors"));
  }

  @Test
  void aCheckpointThatCannotBeWrittenEndsTheRunAndTheOneBeforeStays() throws IOException {
    Files.createDirectories(folder.resolve("broken.safetensors").resolve("inside"));
    try (ToyRun run = new ToyRun()) {
      assertThatThrownBy(
              () ->
                  run.train(
                      folder,
                      50,
                      99,
                      List.of(),
                      saving(
                          state -> {
                            state.checkpoints().save("good", new Position(0, 1));
                            state.checkpoints().save("broken", new Position(0, 1));
                            state.checkpoints().delete("good");
                          })))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseInstanceOf(IOException.class)
          .hasStackTraceContaining("Cannot write " + folder.resolve("broken.safetensors"));
      assertThat(folder.resolve("good.safetensors")).exists();
    }
  }

  /** Acts after the first iteration. */
  private static Hook saving(Action action) {
    return new Hook() {
      @Override
      public void afterTrainIter(Run run) {
        if (run.progress().iteration() == 0) {
          try {
            action.run(run);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    };
  }

  /** What may fail with files. */
  private interface Action {
    void run(Run run) throws IOException;
  }
}
