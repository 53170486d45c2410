package io.vertebra.host.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders that a host writes to; its own temporary one goes with it. */
final class Workspace implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

  private final Path temporary;
  private final Path jars;

  /**
   * Makes the folders.
   *
   * @param cacheFolder where copies of jars are kept; empty for the temporary folder
   * @throws IOException if a folder cannot be made
   */
  Workspace(Optional<Path> cacheFolder) throws IOException {
    temporary = Files.createTempDirectory("vertebra-host-");
    jars = cacheFolder.map(Path::toAbsolutePath).orElse(temporary.resolve("jars"));
    Files.createDirectories(jars);
  }

  Path jars() {
    return jars;
  }

  Path framework() {
    return temporary.resolve("framework");
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(temporary)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the temporary folder {} stays: {}", temporary, e.toString());
    }
  }
}
