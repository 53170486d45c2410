package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs with all features that are killed at some moment and go on end with the same bits as one
 * that was not.
 */
final class ResumeIT {
  private final Distribution distribution = Distribution.assembled();

  @TempDir private Path folder;

  @Test
  void aRunThatIsKilledThriceEndsWithTheSameBits() throws IOException, InterruptedException {
    distribution.run(folder, words("whole", List.of())).succeeded();

    // In the first epoch, between two checkpoints of the second, and before its end.
    killAt("iter_40.safetensors", List.of());
    killAt("Epoch(train) [2][100/157]", List.of("--resume"));
    killAt("iter_280.safetensors", List.of("--resume"));
    Outcome end = distribution.run(folder, words("cut", List.of("--resume"))).succeeded();

    assertThat(end.out())
        .contains(
            "resumed from cut/iter_", "arrays of the network", "position in the data", "EmaHook");
    assertThat(weights("cut")).isEqualTo(weights("whole"));
    assertThat(distribution.run(folder, "log", "compare", "whole", "cut").succeeded().out())
        .containsPattern("iterations +314 +314\n")
        .containsPattern("starts +1 +4\n")
        .doesNotContain("max_epochs");
    assertThat(eventFiles("cut")).hasSize(4);
  }

  private List<Path> eventFiles(String workDirectory) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(workDirectory).resolve("vis_data"))) {
      return files.filter(file -> file.toString().contains("tfevents")).toList();
    }
  }

  @Test
  void resumingWhereNothingWasSavedStartsAnew() throws IOException, InterruptedException {
    Outcome outcome =
        distribution
            .run(
                folder,
                "train",
                "--resume",
                distribution.quickstart(),
                "--work-dir",
                "new",
                "--cfg-options",
                "train_cfg.max_epochs=1")
            .succeeded();

    assertThat(outcome.out()).contains("there is no checkpoint in new: the run is new");
  }

  private void killAt(String output, List<String> more) throws IOException, InterruptedException {
    try (Command command = distribution.start(folder, words("cut", more))) {
      command.awaitOutput(output);
      command.kill();
      command.outcome();
    }
  }

  private String[] words(String workDirectory, List<String> more) throws IOException {
    String config = FullConfig.write(distribution, folder);
    List<String> words = new ArrayList<>(List.of("train", config, "--work-dir", workDirectory));
    words.addAll(more);
    words.addAll(
        List.of(
            "--cfg-options",
            "train_cfg.max_epochs=2",
            "default_hooks.checkpoint.by_epoch=false",
            "default_hooks.checkpoint.interval=40"));
    return words.toArray(String[]::new);
  }

  private byte[] weights(String workDirectory) throws IOException {
    return Files.readAllBytes(folder.resolve(workDirectory).resolve("iter_314.safetensors"));
  }
}
