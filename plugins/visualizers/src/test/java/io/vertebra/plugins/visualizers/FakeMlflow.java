package io.vertebra.plugins.visualizers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A server that answers as MLflow does, has no experiment at first, and notes what it is asked. */
final class FakeMlflow implements AutoCloseable {
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private volatile boolean broken;
  private volatile String other;

  FakeMlflow() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/2.0/mlflow/", this::answer);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<String> calls() {
    return calls;
  }

  /** Answers with an error from now on. */
  void breakDown() {
    broken = true;
  }

  /** Answers with a text from now on. */
  void answerWith(String text) {
    other = text;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestURI().toString().replace("/api/2.0/mlflow/", "");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add((call + " " + body.replaceAll("\\d{13}", "TIME")).strip());
    int status = broken ? 503 : call.startsWith("experiments/get") ? 404 : 200;
    String text =
        switch (call) {
          case "experiments/create" -> "{\"experiment_id\": \"7\"}";
          case "runs/create" -> "{\"run\": {\"info\": {\"run_id\": \"abc\"}}}";
          default -> "{}";
        };
    String given = other == null ? text : other;
    byte[] bytes = (broken ? "out of order" : given).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
