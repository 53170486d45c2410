package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointSearchTest {
  @TempDir private Path folder;

  @Test
  void aDamagedCheckpointIsNamedAndTheOneBeforeIsUsed() throws IOException {
    SavedRun.end(folder, Optional.empty());
    Path last = folder.resolve("epoch_4.safetensors");
    byte[] bytes = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));
    List<String> notes = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void noted(String line) {
            notes.add(line);
          }
        };

    try (Checkpoint newest = new CheckpointSearch(folder, listener).newest().orElseThrow()) {
      assertThat(newest.file()).isEqualTo(SavedRun.file(folder, 8));
    }
    assertThat(notes).singleElement().asString().contains("epoch_4", "damaged or incomplete");
  }

  @Test
  void aFolderOfDamagedCheckpointsIsRefused() throws IOException {
    Files.write(folder.resolve("iter_1.safetensors"), new byte[] {1, 2, 3});
    CheckpointSearch search = new CheckpointSearch(folder, new RunListener() {});

    assertThatThrownBy(search::newest)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no checkpoint in " + folder + " is whole");
  }
}
