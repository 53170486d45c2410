package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Copies of jars under the hash of their bytes, so that the original may be replaced or deleted
 * while the copy is in use. Safe for use by several threads and processes.
 */
final class JarStore {
  private final Path folder;

  /** Makes a store in a folder that exists. */
  JarStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies a jar, where there is no copy yet.
   *
   * @param source the jar
   * @return the copy
   * @throws IOException if it cannot be read or written
   */
  StoredJar store(Path source) throws IOException {
    byte[] bytes = Files.readAllBytes(source);
    String sha256 = HexFormat.of().formatHex(sha256().digest(bytes));
    Path file = folder.resolve(sha256 + ".jar");
    if (Files.notExists(file)) {
      write(bytes, file);
    }
    return new StoredJar(source, file, sha256);
  }

  private static void write(byte[] bytes, Path file) throws IOException {
    // A copy appears whole or not at all, whoever else writes the same one.
    Path part = Files.createTempFile(file.getParent(), "copy", ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
