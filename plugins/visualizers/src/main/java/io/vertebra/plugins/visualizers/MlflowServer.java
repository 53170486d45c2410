package io.vertebra.plugins.visualizers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of MLflow, asked through its REST API, version 2.0
 * (https://mlflow.org/docs/latest/rest-api.html).
 */
final class MlflowServer {
  private static final String API = "/api/2.0/mlflow/";
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 30_000;

  private final String address;

  /**
   * Names a server.
   *
   * @param address such as {@code http://localhost:5000}
   */
  MlflowServer(String address) {
    this.address = address.replaceFirst("/+$", "");
  }

  /** Finds the experiment of a name, or makes it. */
  String experiment(String name) throws IOException {
    String query = "experiment_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    Optional<String> found = request("experiments/get-by-name?" + query, Optional.empty());
    String answer =
        found.isPresent()
            ? found.get()
            : post("experiments/create", Map.of("name", JsonText.quote(name)));
    return field(answer, "experiment_id");
  }

  /** Starts a run of an experiment. */
  String startRun(String experiment, String name, long millis) throws IOException {
    return field(
        post(
            "runs/create",
            Map.of(
                "experiment_id", JsonText.quote(experiment),
                "run_name", JsonText.quote(name),
                "start_time", Long.toString(millis))),
        "run_id");
  }

  /** Says in what state a run is: {@code RUNNING}, {@code FINISHED}, {@code FAILED}. */
  void update(String run, String status, long millis) throws IOException {
    post(
        "runs/update",
        Map.of(
            "run_id", JsonText.quote(run),
            "status", JsonText.quote(status),
            "end_time", Long.toString(millis)));
  }

  /** Logs figures of a step. */
  void log(String run, long step, long millis, Map<String, Double> figures) throws IOException {
    StringBuilder metrics = new StringBuilder("[");
    figures.forEach(
        (name, value) ->
            metrics
                .append(metrics.length() == 1 ? "" : ", ")
                .append(
                    JsonText.object(
                        new TreeMap<>(
                            Map.of(
                                "key", JsonText.quote(name),
                                "step", Long.toString(step),
                                "timestamp", Long.toString(millis),
                                "value", number(value))))));
    post(
        "runs/log-batch",
        Map.of("run_id", JsonText.quote(run), "metrics", metrics.append(']').toString()));
  }

  /** Messages of protocol buffers have numbers that are not finite as texts in their JSON. */
  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : JsonText.quote(Double.toString(value));
  }

  private String post(String call, Map<String, String> members) throws IOException {
    return request(call, Optional.of(JsonText.object(new TreeMap<>(members))))
        .orElseThrow(() -> new IOException("there is no " + address + API + call));
  }

  /** Asks, and returns the answer; nothing where what is asked for is not there. */
  private Optional<String> request(String call, Optional<String> body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(address + API + call).toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    if (body.isPresent()) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.get().getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_NOT_FOUND) {
      connection.disconnect();
      return Optional.empty();
    }
    boolean well = status == HttpURLConnection.HTTP_OK;
    try (InputStream in = well ? connection.getInputStream() : connection.getErrorStream()) {
      String answer =
          in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!well) {
        throw new IOException("%s answers %s with %d: %s".formatted(address, call, status, answer));
      }
      return Optional.of(answer);
    }
  }

  private String field(String answer, String name) throws IOException {
    Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
    if (!field.find()) {
      throw new IOException("%s tells no %s: %s".formatted(address, name, answer));
    }
    return field.group(1);
  }
}
