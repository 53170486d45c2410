package io.vertebra.plugins.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import io.vertebra.testkit.Peers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** TensorBoard itself reads what is written. */
@EnabledIfSystemProperty(
    named = "vertebra.peers",
    matches = "true",
    disabledReason = "compares with the package tensorboard of PyPI: -Ppeers")
final class TensorboardPeersTest {
  private static final String PACKAGE = "tensorboard==2.20.0";

  @TempDir private Path folder;

  private static LogSink open(Path folder, long iteration) throws IOException {
    LogSink sink = new TensorboardVisBackend();
    sink.open(new LogStart(folder, folder, iteration, ""));
    return sink;
  }

  private void start(long iteration, int figures, double loss) throws IOException {
    LogSink sink = open(folder, iteration);
    sink.write(iteration + 1, Map.of("accuracy/top1", 70.5));
    for (long step = iteration + 1; step <= iteration + figures; step++) {
      sink.write(step, Map.of("loss", loss));
    }
    sink.close(LogSink.Outcome.FINISHED);
  }

  private String read() throws IOException, InterruptedException {
    Path script = folder.resolve("read_events.py");
    try (InputStream text = TensorboardPeersTest.class.getResourceAsStream("read_events.py")) {
      Files.copy(text, script);
    }
    return Peers.python(PACKAGE).run(script.toString(), folder.resolve("vis_data").toString());
  }

  @Test
  void readsARunThatWasCutOffAndResumed() throws IOException, InterruptedException {
    start(0, 4, 2);
    cutOffLastFile();
    start(2, 2, 0.5);
    assertThat(read().lines())
        .containsExactly(
            "accuracy/top1 1 70.5",
            "accuracy/top1 3 70.5",
            "loss 1 2.0",
            "loss 2 2.0",
            "loss 3 0.5",
            "loss 4 0.5");
  }

  @Test
  void showsAValidationOnceThatWasDoneAgain() throws IOException, InterruptedException {
    LogSink first = open(folder, 0);
    for (int epoch = 1; epoch <= 3; epoch++) {
      first.write(10L * epoch, Map.of("loss", 2.0));
      first.write(epoch, Map.of("accuracy/top1", 50.0 + epoch));
    }
    first.close(LogSink.Outcome.FAILED);
    LogSink second = open(folder, 15);
    second.write(20, Map.of("loss", 0.5));
    second.write(2, Map.of("accuracy/top1", 72.0));
    second.close(LogSink.Outcome.FINISHED);

    assertThat(read().lines())
        .containsExactly(
            "accuracy/top1 1 51.0", "accuracy/top1 2 72.0", "loss 10 2.0", "loss 20 0.5");
  }

  /** Takes bytes away from the end, as after a run that was killed. */
  private void cutOffLastFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("vis_data"))) {
      Path file = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
    }
  }
}
