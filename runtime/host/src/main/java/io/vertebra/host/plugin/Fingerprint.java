package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What tells a file from what was there before it, without reading it.
 *
 * @param size its bytes
 * @param modified when it was last written
 * @param fileKey what the file system knows it by, where it says
 */
record Fingerprint(long size, FileTime modified, Optional<Object> fileKey) {
  /** The jars of a folder, sorted by path. */
  static Map<Path, Fingerprint> ofJars(Path folder) throws IOException {
    Map<Path, Fingerprint> jars = new TreeMap<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path path : paths) {
        of(path).ifPresent(fingerprint -> jars.put(path, fingerprint));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return jars;
  }

  /** Empty where the jar went while the folder was listed. */
  private static Optional<Fingerprint> of(Path jar) throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
      return Optional.of(
          new Fingerprint(
              file.size(), file.lastModifiedTime(), Optional.ofNullable(file.fileKey())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
