package io.vertebra.plugins.visualizers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    return found.isPresent()
        ? text(found.get(), "experiment", "experiment_id")
        : text(post("experiments/create", Map.of("name", name)), "experiment_id");
  }

  /** Starts a run of an experiment. */
  String startRun(String experiment, String name, long millis) throws IOException {
    return text(
        post(
            "runs/create",
            Map.of("experiment_id", experiment, "run_name", name, "start_time", millis)),
        "run",
        "info",
        "run_id");
  }

  /** Says in what state a run is: {@code RUNNING}, {@code FINISHED}, {@code FAILED}. */
  void update(String run, String status, long millis) throws IOException {
    post("runs/update", Map.of("run_id", run, "status", status, "end_time", millis));
  }

  /** Logs figures of a step. */
  void log(String run, long step, long millis, Map<String, Double> figures) throws IOException {
    List<Map<String, Object>> metrics =
        figures.entrySet().stream()
            .map(figure -> metric(figure.getKey(), step, millis, figure.getValue()))
            .toList();
    post("runs/log-batch", Map.of("run_id", run, "metrics", metrics));
  }

  /** Messages of protocol buffers have numbers that are not finite as texts in their JSON. */
  private static Map<String, Object> metric(String name, long step, long millis, double value) {
    Object number = Double.isFinite(value) ? value : Double.toString(value);
    return new TreeMap<>(Map.of("key", name, "step", step, "timestamp", millis, "value", number));
  }

  private String post(String call, Map<String, Object> members) throws IOException {
    return request(call, Optional.of(Json.LINE.toJson(new TreeMap<>(members))))
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

  /** The text at a path of names in an answer. */
  private String text(String answer, String... path) throws IOException {
    try {
      JsonElement element = JsonParser.parseString(answer);
      for (String name : path) {
        JsonElement inner = element.getAsJsonObject().get(name);
        element = inner == null ? JsonNull.INSTANCE : inner;
      }
      return element.getAsString();
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      throw new IOException(
          "%s tells no %s: %s".formatted(address, path[path.length - 1], answer), e);
    }
  }
}
