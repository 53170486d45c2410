package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterruptionIT {
  private static final int SIGINT_BIT = 1;

  private final Distribution distribution = Distribution.assembled();

  @TempDir private Path folder;

  private Command train() throws IOException {
    return distribution.start(
        folder,
        "train",
        distribution.quickstart(),
        "--work-dir",
        "work",
        "--cfg-options",
        "train_cfg.max_epochs=1000");
  }

  private void requireUsable(String checkpoint) throws IOException, InterruptedException {
    distribution.run(folder, "test", distribution.quickstart(), checkpoint).succeeded();
    Path image = TestImages.first(distribution, folder.resolve("first.png"));
    distribution.run(folder, "predict", checkpoint, image.toString()).succeeded();
  }

  @Test
  void aRunThatIsKilledLeavesACheckpoint() throws IOException, InterruptedException {
    try (Command command = train()) {
      command.awaitOutput("saved work/epoch_1.safetensors");
      command.awaitOutput("Epoch(train) [2][50/157]");
      command.kill();
      assertThat(command.outcome().exitCode()).isEqualTo(128 + 9);
    }
    requireUsable(Files.readString(folder.resolve("work/last_checkpoint")).strip());
  }

  @Test
  void ctrlCEndsARunInOrder() throws IOException, InterruptedException {
    assumeThat(isInterruptIgnored())
        .as("SIGINT is ignored here, as in a background job, so Ctrl-C cannot be tried")
        .isFalse();
    Outcome outcome;
    try (Command command = train()) {
      command.awaitOutput("saved work/epoch_1.safetensors");
      command.interrupt();
      outcome = command.outcome();
    }
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(130);
    String last = "last checkpoint: ";
    assertThat(outcome.out()).contains("stopped: interrupted").contains(last);
    String checkpoint =
        outcome
            .out()
            .lines()
            .filter(line -> line.startsWith(last))
            .findFirst()
            .orElseThrow()
            .substring(last.length());
    requireUsable(checkpoint);
  }

  /** Processes inherit which signals are ignored; Linux tells, elsewhere they are taken to come. */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(SIGINT_BIT));
  }
}
