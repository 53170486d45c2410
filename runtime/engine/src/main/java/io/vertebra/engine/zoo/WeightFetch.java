package io.vertebra.engine.zoo;

import static java.util.Objects.requireNonNull;

import io.vertebra.engine.download.Download;
import io.vertebra.engine.download.RemoteFile;
import io.vertebra.engine.file.Checksum;
import java.io.IOException;
import java.nio.file.Path;

/** Brings the weights of models into a folder: from it, from disk, or else from the network. */
public final class WeightFetch {
  private final Download download;

  /**
   * Makes a fetch.
   *
   * @param download gets files
   */
  public WeightFetch(Download download) {
    this.download = requireNonNull(download, "download is null");
  }

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
   * @throws IOException if they cannot be brought, or their checksum is another; what came before a
   *     connection ended is kept, and the next attempt goes on from there
   */
  public Fetched fetch(ModelEntry model, Path folder) throws IOException {
    RemoteFile weights =
        new RemoteFile(
            model.weights().orElseThrow(),
            model.sha256().map(digits -> new Checksum(Checksum.Algorithm.SHA256, digits)));
    Download.Result got = download.get(weights, folder);
    return new Fetched(got.file(), Checksum.sha256(got.file()), got.fetched());
  }
}
