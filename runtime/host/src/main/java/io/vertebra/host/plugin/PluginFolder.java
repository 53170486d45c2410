package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells which jars of the plugin folders came, changed or went since it was last asked. */
final class PluginFolder {
  private final List<Path> folders;
  private Map<Path, Fingerprint> seen = Map.of();

  /** Looks at these folders. */
  PluginFolder(List<Path> folders) {
    this.folders = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /**
   * Looks again.
   *
   * @return what is different, each list sorted by path
   * @throws IOException if a folder cannot be listed; then nothing counts as seen
   */
  Changes poll() throws IOException {
    Map<Path, Fingerprint> now = new TreeMap<>();
    for (Path folder : folders) {
      list(folder, now);
    }
    Map<Path, Fingerprint> before = new HashMap<>(seen);
    seen = now;
    return new Changes(
        before.keySet().stream().filter(path -> !now.containsKey(path)).sorted().toList(),
        now.keySet().stream().filter(path -> !now.get(path).equals(before.get(path))).toList());
  }

  private static void list(Path folder, Map<Path, Fingerprint> into) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        fingerprint(jar).ifPresent(fingerprint -> into.put(jar, fingerprint));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Empty where the jar went while the folder was listed. */
  private static Optional<Fingerprint> fingerprint(Path jar) throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
      return Optional.of(
          new Fingerprint(
              file.size(), file.lastModifiedTime(), Optional.ofNullable(file.fileKey())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** What is different; a jar that is being copied shows up again when it is whole. */
  record Changes(List<Path> gone, List<Path> changed) {}

  private record Fingerprint(long size, FileTime modified, Optional<Object> fileKey) {}
}
