package io.vertebra.engine.zoo;

import io.vertebra.engine.file.Checksum;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** Brings the weights of models into a folder: from it, from disk, or else from the network. */
public final class WeightFetch {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  /** Makes a fetch. */
  public WeightFetch() {}

  /**
   * Weights in a folder.
   *
   * @param file the file
   * @param sha256 its checksum
   * @param fetched whether it was brought just now
   */
  public record Fetched(Path file, String sha256, boolean fetched) {}

  /**
   * Brings weights.
   *
   * @param model the model; it has weights
   * @param folder where they go; it exists
   * @return the file, whose checksum is that of the model where one is known
   * @throws IOException if they cannot be brought, or their checksum is another; nothing is left of
   *     them then
   */
  public Fetched fetch(ModelEntry model, Path folder) throws IOException {
    URI address = model.weights().orElseThrow();
    String path = address.getPath();
    Path target = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
    if (Files.isRegularFile(target)) {
      String present = Checksum.sha256(target);
      if (fits(present, model.sha256())) {
        return new Fetched(target, present, false);
      }
    }
    Path partial = Files.createTempFile(folder, ".fetch", ".partial");
    try {
      bring(address, partial);
      String sha256 = Checksum.sha256(partial);
      if (!fits(sha256, model.sha256())) {
        throw new IOException(
            "%s has the sha256 %s, but %s says %s: it was changed on the way, or is another file"
                .formatted(address, sha256, model.metafile(), model.sha256().orElse("")));
      }
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
      return new Fetched(target, sha256, true);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static boolean fits(String sha256, Optional<String> expected) {
    return expected.isEmpty() || sha256.startsWith(expected.get());
  }

  private static void bring(URI address, Path target) throws IOException {
    if ("file".equals(address.getScheme())) {
      Files.copy(Path.of(address), target, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    try {
      HttpResponse<Path> response = client.send(request, HttpResponse.BodyHandlers.ofFile(target));
      if (response.statusCode() != OK) {
        throw new IOException("%s answers %d".formatted(address, response.statusCode()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the download of " + address + " was stopped");
    } catch (IOException e) {
      throw new IOException(
          "the weights cannot be brought: %s. Fetch %s by other means, put it into the folder, and"
                  .formatted(e, address)
              + " call again",
          e);
    }
  }
}
