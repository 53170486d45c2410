package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Training in a process that may take 4 GB of addresses, whatever memory the machine has. */
@ExtendWith(TrainedRunResolver.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "others have no 'ulimit -v'")
final class MemoryIT {
  private static final String LIMIT = "-v 4000000";
  // What the Java runtime reserves for the heap and for threads depends on the machine.
  private static final Map<String, String> SMALL =
      Map.of(
          "VERTEBRA_JAVA_OPTS", "-Xmx256m -XX:ActiveProcessorCount=2",
          "OMP_NUM_THREADS", "2");

  private final Distribution distribution;

  @TempDir private Path folder;

  MemoryIT(TrainedRun run) {
    distribution = run.distribution();
  }

  @BeforeEach
  void trainWithinTheLimit() throws IOException, InterruptedException {
    config();
    train().succeeded();
  }

  private void config(String... lines) throws IOException {
    List<String> all = new ArrayList<>(List.of("_base_: " + distribution.quickstart()));
    all.add("train_cfg: {max_epochs: 1}");
    all.addAll(Arrays.asList(lines));
    Files.write(folder.resolve("mine.yaml"), all);
  }

  private Outcome train() throws IOException, InterruptedException {
    return distribution.runLimited(
        LIMIT, SMALL, folder, "train", "mine.yaml", "--work-dir", "work");
  }

  @Test
  void aBatchThatDoesNotFitIsNamedWithOneThatMay() throws IOException, InterruptedException {
    byte[] before = Files.readAllBytes(folder.resolve("work/epoch_1.safetensors"));
    config(
        "train_dataloader: {batch_size: 10000,"
            + " dataset: {pipeline: [{type: Resize, scale: 64}, {type: PackInputs}]}}");
    Outcome outcome =
        train()
            .wasRefused(
                "a batch of 10000 images does not fit into memory",
                "a smaller batch_size, such as 5000",
                "the last checkpoint stays: work/epoch_1.safetensors");
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(folder.resolve("work/epoch_1.safetensors")).hasBinaryContent(before);
    distribution
        .run(folder, "test", distribution.quickstart(), "work/epoch_1.safetensors")
        .succeeded();
  }

  @Test
  void aBatchThatTheJavaRuntimeHasNoRoomForIsRefused() throws IOException, InterruptedException {
    config("train_dataloader: {batch_size: 10000}");
    ProcessBuilder builder =
        new ProcessBuilder(distribution.words("train", "mine.yaml", "--work-dir", "work"))
            .directory(folder.toFile());
    builder.environment().put("VERTEBRA_JAVA_OPTS", "-XX:MaxDirectMemorySize=4m");
    try (Command command = Command.start(builder)) {
      command
          .outcome()
          .wasRefused("there is not enough memory (", "smaller batch_size", "the last checkpoint");
    }
  }
}
