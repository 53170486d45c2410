package io.vertebra.plugins.visualizers;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Sends figures to a server of MLflow, {@code mmengine.visualization.MLflowVisBackend}. A run that
 * is resumed goes on as the same run there; the file {@code vis_data/mlflow_run_id} of its work
 * directory remembers which.
 *
 * <p>MLflow cannot delete figures (https://github.com/mlflow/mlflow/issues/2973). So what a resumed
 * run does again, from its checkpoint on, stands there twice: both values have the same step, and
 * the later one the later time.
 */
@Plugin(
    kind = Kind.LOG_SINK,
    type = "MLflowVisBackend",
    summary = "Sends figures to a server of MLflow")
public final class MlflowVisBackend implements LogSink {
  private static final String ADDRESS = "MLFLOW_TRACKING_URI";

  private final Options options;
  private MlflowServer server;
  private String run;

  /**
   * Options of {@link MlflowVisBackend}.
   *
   * @param trackingUri the address of the server
   * @param expName the experiment
   * @param runName the name of the run
   */
  public record Options(
      @Doc(
              "address of the server, such as http://localhost:5000; that of the environment's"
                  + " MLFLOW_TRACKING_URI where it is left out")
          Optional<String> trackingUri,
      @Doc("experiment that the run belongs to, made if it is not there") @Default("Default")
          String expName,
      @Doc("name of the run; that of the work directory where it is left out")
          Optional<String> runName) {}

  /**
   * Makes the sink.
   *
   * @param options the options
   */
  public MlflowVisBackend(Options options) {
    this.options = options;
  }

  @Override
  public void open(LogStart start) throws IOException {
    server = new MlflowServer(address());
    Path remembered = VisData.of(start.workDirectory()).resolve("mlflow_run_id");
    if (start.iteration() > 0 && Files.exists(remembered)) {
      run = Files.readString(remembered).strip();
      server.update(run, "RUNNING", System.currentTimeMillis());
      return;
    }
    String name =
        options
            .runName()
            .orElseGet(() -> start.workDirectory().toAbsolutePath().getFileName().toString());
    run = server.startRun(server.experiment(options.expName()), name, System.currentTimeMillis());
    Files.createDirectories(remembered.getParent());
    Files.writeString(remembered, run);
  }

  private String address() throws IOException {
    return options
        .trackingUri()
        .or(() -> Optional.ofNullable(System.getenv(ADDRESS)))
        .filter(address -> address.matches("https?://.+"))
        .orElseThrow(
            () ->
                new IOException(
                    "no server is named; give tracking_uri, or set "
                        + ADDRESS
                        + ", to an address such as http://localhost:5000"));
  }

  @Override
  public void write(long step, Map<String, Double> figures) throws IOException {
    server.log(run, step, System.currentTimeMillis(), figures);
  }

  @Override
  public void close(Outcome outcome) throws IOException {
    server.update(run, outcome.name(), System.currentTimeMillis());
  }
}
