package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import io.vertebra.registry.bind.PartBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every {@link LogSink}: it takes figures, also of a run that goes on. */
public abstract class LogSinkContract extends PartContract<LogSink> {
  private static final long RESUMED_AT = 7;

  @TempDir Path folder;

  /** Makes the contract. */
  protected LogSinkContract() {
    super(Kind.LOG_SINK, LogSink.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, LogSink part) throws IOException {
    write(part, 0);
  }

  @Test
  final void figuresAreTakenWhateverTheyAre() {
    assertThatCode(() -> writeNew(0)).doesNotThrowAnyException();
  }

  @Test
  final void aRunThatGoesOnIsTaken() throws IOException {
    writeNew(0);
    assertThatCode(() -> writeNew(RESUMED_AT)).doesNotThrowAnyException();
  }

  private void writeNew(long iteration) throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      write(build(builder), iteration);
    }
  }

  private void write(LogSink sink, long iteration) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("start_" + iteration));
    sink.open(new LogStart(folder, logs, iteration, "model: {}\n"));
    sink.write(iteration + 1, Map.of("loss", 0.5, "lr", 1e-3));
    sink.write(iteration + 2, Map.of("loss", Double.NaN, "lr", Double.POSITIVE_INFINITY));
    sink.write(1, Map.of("accuracy/top1", 70.0));
    sink.close(LogSink.Outcome.FINISHED);
  }
}
