package io.vertebra.cli.fetch;

import java.net.URI;

/**
 * A file of a data set.
 *
 * @param location where it is: a URL, or a path as {@code file:}
 * @param md5 the MD5 sum of its bytes in hexadecimal digits, or empty where it is not known
 */
public record RemoteFile(URI location, String md5) {
  /**
   * The name of the file.
   *
   * @return what stands behind the last slash
   */
  public String name() {
    String path = location.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether it is an archive that is unpacked. */
  boolean isArchive() {
    return name().endsWith(".tar.gz") || name().endsWith(".tgz") || name().endsWith(".tar");
  }
}
