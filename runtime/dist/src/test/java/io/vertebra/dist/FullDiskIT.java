package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that cannot be written to their end; one of the quickstart has 0.5 MB. */
@ExtendWith(TrainedRunResolver.class)
final class FullDiskIT {
  /** Runs a command in which the folder {@code work} is a disk of its own. */
  private static final String WITH_A_SMALL_DISK =
      """
      mount -t tmpfs -o size=700k tmpfs work || exit 99
      "$0" "$@"
      code=$?
      cp work/*.safetensors kept
      exit $code
      """;

  private final Distribution distribution;

  @TempDir private Path folder;

  /** Takes a trained run, as the first one of an installation writes other files too. */
  FullDiskIT(TrainedRun run) {
    distribution = run.distribution();
  }

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(folder.resolve("kept"));
  }

  private String[] train(int epochs, String... options) {
    List<String> words = new ArrayList<>(List.of("train", distribution.quickstart()));
    words.addAll(List.of("--work-dir", "work", "--cfg-options"));
    words.add("train_cfg.max_epochs=" + epochs);
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  private void requireUsable(String checkpoint) throws IOException, InterruptedException {
    distribution.run(folder, "test", distribution.quickstart(), checkpoint).succeeded();
    Path image = TestImages.first(distribution, folder.resolve("first.png"));
    distribution.run(folder, "predict", checkpoint, image.toString()).succeeded();
  }

  @Test
  void aFileThatMayNotGrowLeavesTheCheckpointBefore() throws IOException, InterruptedException {
    // Its state makes the checkpoint larger than any plugin.
    String[] train = train(1, "optim_wrapper.optimizer={_delete_: true, type: Adam, lr: 0.001}");
    distribution.run(folder, train).succeeded();
    Path checkpoint = folder.resolve("work/epoch_1.safetensors");
    byte[] before = Files.readAllBytes(checkpoint);
    // Blocks of 512 bytes, by POSIX: more than any plugin, less than a checkpoint.
    distribution
        .runLimited("-f 1350", Map.of(), folder, train)
        .wasRefused(
            "Cannot write work/epoch_1.safetensors: ",
            "the last checkpoint stays: work/epoch_1.safetensors");
    assertThat(checkpoint).hasBinaryContent(before);
    assertThat(folder.resolve("work").toFile().list())
        .filteredOn(name -> name.startsWith("."))
        .containsExactly(".lock");
    requireUsable("work/epoch_1.safetensors");
  }

  @Test
  void aFullDiskLeavesTheCheckpointBefore() throws IOException, InterruptedException {
    assumeThat(run(unshared("mount -t tmpfs tmpfs work")).exitCode())
        .as("whether a file system can be mounted here")
        .isZero();
    List<String> words = new ArrayList<>(unshared(WITH_A_SMALL_DISK));
    words.addAll(distribution.words(train(2)));
    run(words)
        .wasRefused(
            "Cannot write work/best_accuracy_top1_epoch_1.safetensors: ",
            "0 kB are free on that disk: make room there",
            "the last checkpoint stays: work/epoch_1.safetensors");
    requireUsable("kept/epoch_1.safetensors");
  }

  /** A shell that may mount what nobody else sees; it fails where there is no such program. */
  private static List<String> unshared(String script) {
    String shell = "unshare --user --map-root-user --mount sh -c \"$0\" \"$@\"";
    return List.of("sh", "-c", shell, script);
  }

  private Outcome run(List<String> words) throws IOException, InterruptedException {
    try (Command command = Command.start(words, folder)) {
      return command.outcome();
    }
  }
}
