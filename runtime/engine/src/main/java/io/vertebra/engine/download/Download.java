package io.vertebra.engine.download;

import static java.util.Objects.requireNonNull;

import io.vertebra.engine.file.Checksum;
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
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Gets files. What has come of one stands in {@code NAME.part}, and the next attempt goes on from
 * there; the file has its name only once it is whole and its checksum is right.
 */
public final class Download {
  private static final int BUFFER = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Nothing is left to send: what is there is the whole. */
  private static final int RANGE_NOT_SATISFIABLE = 416;

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
    this.progress = requireNonNull(progress, "progress is null");
  }

  /**
   * A file on this machine.
   *
   * @param file the file
   * @param fetched whether it came just now; else it was there already
   */
  public record Result(Path file, boolean fetched) {}

  /**
   * Gets a file, unless it is there already.
   *
   * @param file where it is
   * @param folder where it goes; is there
   * @return the file on this machine
   * @throws IOException if it cannot be got, or its checksum is wrong; the message says what to do
   */
  public Result get(RemoteFile file, Path folder) throws IOException {
    Path target = folder.resolve(file.name());
    if (Files.isRegularFile(target) && wrongSum(file, target).isEmpty()) {
      return new Result(target, false);
    }
    Path part = folder.resolve(file.name() + ".part");
    if (file.location().getScheme().equals("file")) {
      Files.copy(Path.of(file.location()), part, StandardCopyOption.REPLACE_EXISTING);
    } else {
      fetch(file.location(), part);
    }
    check(file, part);
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    return new Result(target, true);
  }

  private static Optional<Checksum> wrongSum(RemoteFile file, Path present) throws IOException {
    if (file.checksum().isEmpty()) {
      return Optional.empty();
    }
    Checksum expected = file.checksum().get();
    return Optional.of(Checksum.of(expected.algorithm(), present))
        .filter(sum -> !sum.fits(expected));
  }

  private static void check(RemoteFile file, Path part) throws IOException {
    Optional<Checksum> wrong = wrongSum(file, part);
    if (wrong.isPresent()) {
      Files.delete(part);
      throw new IOException(
          "'%s' has the %s sum %s, but should have %s: it was changed on the way, or is another file, and was removed; %s"
              .formatted(
                  file.location(),
                  wrong.get().algorithm(),
                  wrong.get().digits(),
                  file.checksum().orElseThrow().digits(),
                  whatToDo(part)));
    }
  }

  private static String whatToDo(Path part) {
    return "try again, or get it by other means and put it into "
        + part.toAbsolutePath().getParent();
  }

  private void fetch(URI location, Path part) throws IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(location).timeout(PATIENCE);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<InputStream> response = send(request.build(), part);
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case HttpURLConnection.HTTP_OK ->
            receive(body, part, 0, StandardOpenOption.TRUNCATE_EXISTING);
        case HttpURLConnection.HTTP_PARTIAL -> receive(body, part, have, StandardOpenOption.APPEND);
        case RANGE_NOT_SATISFIABLE -> progress.accept(have);
        default ->
            throw new IOException(
                "'%s' was answered with status %d: the file may have moved; %s"
                    .formatted(location, response.statusCode(), whatToDo(part)));
      }
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request, Path part) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("getting '" + request.uri() + "' was interrupted", e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new IOException(
          "'%s' cannot be reached: %s; %s".formatted(request.uri(), reason, whatToDo(part)), e);
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
