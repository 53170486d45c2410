package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run with all features that is killed twenty times, at moments that chance chooses: while it
 * starts, restores, trains, validates or saves. It ends with the same bits as one that was not.
 */
@EnabledIfSystemProperty(
    named = "vertebra.nightly",
    matches = "true",
    disabledReason = "takes minutes: -Pnightly")
final class RandomKillIT {
  private static final int KILLS = 20;
  private static final int EPOCHS = 20;
  private static final int ITERATIONS = EPOCHS * 157;
  private static final int SHORTEST_MILLIS = 1_000;
  private static final int LONGEST_MILLIS = 9_000;
  private static final int PATIENCE_SECONDS = 900;

  private static final String ENDED = "the end";

  private final Distribution distribution = Distribution.assembled();

  @TempDir private Path folder;

  @Test
  void endsWithTheSameBits() throws IOException, InterruptedException {
    long seed = Long.getLong("vertebra.kill.seed", System.nanoTime());
    runToEnd("whole", List.of());

    List<String> moments = new ArrayList<>();
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      moments.add(killAfter(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
    }
    runToEnd("cut", List.of("--resume"));

    String how = "-Dvertebra.kill.seed=%d killed at %s".formatted(seed, moments);
    report(how);
    assertThat(moments).as(how).doesNotContain(ENDED);
    assertThat(weights("cut")).as(how).isEqualTo(weights("whole"));
  }

  private void runToEnd(String workDirectory, List<String> more)
      throws IOException, InterruptedException {
    try (Command command = distribution.start(folder, words(workDirectory, more))) {
      command.outcome(PATIENCE_SECONDS).succeeded();
    }
  }

  @SuppressWarnings("SystemOut") // What the moments were, from night to night.
  private static void report(String line) {
    System.out.println(line);
  }

  /** Kills a run that goes on, and tells what its last line was. */
  private String killAfter(int millis) throws IOException, InterruptedException {
    try (Command command = distribution.start(folder, words("cut", List.of("--resume")))) {
      if (command.endsWithin(millis, TimeUnit.MILLISECONDS)) {
        return ENDED;
      }
      command.kill();
      return command.outcome().out().lines().reduce("before its first line", (a, b) -> b);
    }
  }

  private String[] words(String workDirectory, List<String> more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("train", FullConfig.write(distribution, folder), "--work-dir", workDirectory));
    words.addAll(more);
    words.addAll(
        List.of(
            "--cfg-options",
            "train_cfg.max_epochs=" + EPOCHS,
            "default_hooks.checkpoint.by_epoch=false",
            "default_hooks.checkpoint.interval=25"));
    return words.toArray(String[]::new);
  }

  private byte[] weights(String workDirectory) throws IOException {
    return Files.readAllBytes(
        folder.resolve(workDirectory).resolve("iter_" + ITERATIONS + ".safetensors"));
  }
}
