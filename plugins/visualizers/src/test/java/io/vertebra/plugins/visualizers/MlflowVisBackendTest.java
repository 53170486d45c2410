package io.vertebra.plugins.visualizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MlflowVisBackendTest {
  private FakeMlflow mlflow;

  @TempDir private Path folder;

  @BeforeEach
  void startServer() throws IOException {
    mlflow = new FakeMlflow();
  }

  @AfterEach
  void stopServer() {
    mlflow.close();
  }

  private static LogSink sink(String address) {
    return new MlflowVisBackend(
        new MlflowVisBackend.Options(Optional.of(address), "my test", Optional.empty()));
  }

  private LogStart start(long iteration) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    return new LogStart(work, work, iteration, "model: {}");
  }

  @Test
  void makesExperimentAndRunAndLogsFigures() throws IOException {
    LogSink sink = sink(mlflow.address() + "/");
    sink.open(start(0));
    sink.write(3, Map.of("loss", 0.5));
    sink.write(4, Map.of("loss", Double.NaN));
    sink.close(LogSink.Outcome.FINISHED);
    assertThat(mlflow.calls())
        .containsExactly(
            "experiments/get-by-name?experiment_name=my+test",
            "experiments/create {\"name\": \"my test\"}",
            "runs/create {\"experiment_id\": \"7\", \"run_name\": \"work\", \"start_time\": TIME}",
            "runs/log-batch {\"metrics\": [{\"key\": \"loss\", \"step\": 3, \"timestamp\": TIME,"
                + " \"value\": 0.5}], \"run_id\": \"abc\"}",
            "runs/log-batch {\"metrics\": [{\"key\": \"loss\", \"step\": 4, \"timestamp\": TIME,"
                + " \"value\": \"NaN\"}], \"run_id\": \"abc\"}",
            "runs/update {\"end_time\": TIME, \"run_id\": \"abc\", \"status\": \"FINISHED\"}");
  }

  @Test
  void goesOnWithTheRunThatItStarted() throws IOException {
    LogSink first = sink(mlflow.address());
    first.open(start(0));
    first.close(LogSink.Outcome.FAILED);
    mlflow.calls().clear();
    sink(mlflow.address()).open(start(5));
    assertThat(mlflow.calls())
        .containsExactly(
            "runs/update {\"end_time\": TIME, \"run_id\": \"abc\", \"status\": \"RUNNING\"}");
  }

  @Test
  void tellsWhatTheServerAnswers() throws IOException {
    LogSink sink = sink(mlflow.address());
    sink.open(start(0));
    mlflow.breakDown();
    assertThatThrownBy(() -> sink.write(1, Map.of("loss", 0.5)))
        .isInstanceOf(IOException.class)
        .hasMessage("%s answers runs/log-batch with 503: out of order", mlflow.address());
  }

  @Test
  void tellsWhatAnAnswerLacks() {
    mlflow.answerWith("{\"run\": 1}");
    assertThatThrownBy(() -> sink(mlflow.address()).open(start(0)))
        .isInstanceOf(IOException.class)
        .hasMessage("%s tells no experiment_id: {\"run\": 1}", mlflow.address());
    mlflow.answerWith("<html>");
    assertThatThrownBy(() -> sink(mlflow.address()).open(start(0)))
        .hasMessageContaining("tells no experiment_id: <html>");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThatThrownBy(() -> sink("mlruns").open(start(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("give tracking_uri, or set MLFLOW_TRACKING_URI");
  }
}
