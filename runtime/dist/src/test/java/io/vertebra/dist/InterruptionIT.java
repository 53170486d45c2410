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
  void ctrlCInTheFirstEpochLosesNothing() throws IOException, InterruptedException {
    assumeThat(isInterruptIgnored())
        .as("SIGINT is ignored here, as in a background job, so Ctrl-C cannot be tried")
        .isFalse();
    losesNothing("INT", 130);
  }

  @Test
  void aRequestToTerminateInTheFirstEpochLosesNothing() throws IOException, InterruptedException {
    losesNothing("TERM", 143);
  }

  private void losesNothing(String signal, int exitCode) throws IOException, InterruptedException {
    Outcome outcome;
    try (Command command = train()) {
      command.awaitOutput("Epoch(train) [1][50/157]");
      command.signal(signal);
      outcome = command.outcome();
    }
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.out())
        .contains("stopped: interrupted")
        .contains("last checkpoint: work/interrupted.safetensors")
        .contains("by the same command with --resume");
    requireUsable("work/interrupted.safetensors");
    Outcome resumed =
        distribution
            .run(
                folder,
                "train",
                distribution.quickstart(),
                "--work-dir",
                "work",
                "--resume",
                "--cfg-options",
                "train_cfg.max_epochs=1")
            .succeeded();
    assertThat(resumed.out())
        .contains("resumed from work/interrupted.safetensors: 0 epochs")
        .contains("last checkpoint: work/epoch_1.safetensors");
    assertThat(folder.resolve("work/interrupted.safetensors")).doesNotExist();
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
