package io.vertebra.cli.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Gets files. What has come of one stands in {@code NAME.part}, and the next attempt goes on from
 * there; the file has its name only once it is whole and its sum is right.
 */
public final class Download {
  private static final int BUFFER = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();
  private final LongConsumer progress;

  /**
   * Makes a download.
   *
   * @param progress is told now and then how many bytes of the present file there are
   */
  public Download(LongConsumer progress) {
    this.progress = progress;
  }

  /**
   * Gets a file.
   *
   * @param file where it is
   * @param folder where it goes; is there
   * @return the file on this machine
   * @throws IOException if it cannot be got, or its sum is wrong; the message says what to do
   */
  public Path get(RemoteFile file, Path folder) throws IOException {
    Path target = folder.resolve(file.name());
    if (Files.isRegularFile(target) && Md5.matches(target, file.md5())) {
      return target;
    }
    Path part = folder.resolve(file.name() + ".part");
    if (file.location().getScheme().equals("file")) {
      Files.copy(Path.of(file.location()), part, StandardCopyOption.REPLACE_EXISTING);
    } else {
      fetch(file.location(), part);
    }
    check(file, part);
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    return target;
  }

  private static void check(RemoteFile file, Path part) throws IOException {
    if (!Md5.matches(part, file.md5())) {
      String sum = Md5.of(part);
      Files.delete(part);
      throw new IOException(
          "'%s' has the MD5 sum %s, but should have %s: it was removed; try again, or name"
                  .formatted(file.location(), sum, file.md5())
              + " another place by --from");
    }
  }

  private void fetch(URI location, Path part) throws IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(location).timeout(PATIENCE);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<InputStream> response = send(request.build());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case HttpURLConnection.HTTP_OK ->
            receive(body, part, 0, StandardOpenOption.TRUNCATE_EXISTING);
        case HttpURLConnection.HTTP_PARTIAL -> receive(body, part, have, StandardOpenOption.APPEND);
        case 416 -> progress.accept(have); // Nothing is left to send: the part is the whole.
        default ->
            throw new IOException(
                "'%s' was answered with status %d: the file may have moved; name another place by --from"
                    .formatted(location, response.statusCode()));
      }
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("getting '" + request.uri() + "' was interrupted", e);
    } catch (IOException e) {
      throw new IOException(
          "'%s' cannot be reached: %s; try again, or name another place by --from"
              .formatted(
                  request.uri(),
                  e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
          e);
    }
  }

  private void receive(InputStream body, Path part, long have, StandardOpenOption mode)
      throws IOException {
    long bytes = have;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
        progress.accept(bytes);
      }
    } catch (IOException e) {
      throw new IOException(
          "the connection ended after %d bytes: run the same command again to go on from there"
              .formatted(bytes),
          e);
    }
  }
}
