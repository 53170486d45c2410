package io.vertebra.engine.download;

import io.vertebra.engine.file.Checksum;
import java.net.URI;
import java.util.Optional;

/**
 * A file that is somewhere else.
 *
 * @param location where it is: a URL, or a path as {@code file:}
 * @param checksum the checksum of its bytes, or empty where it is not known
 */
public record RemoteFile(URI location, Optional<Checksum> checksum) {
  /**
   * The name of the file.
   *
   * @return what stands behind the last slash
   */
  public String name() {
    String path = location.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
