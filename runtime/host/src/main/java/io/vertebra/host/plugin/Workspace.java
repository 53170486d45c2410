package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders that a host writes to; its own temporary one goes with it. */
final class Workspace implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

  private final TemporaryFolder temporary;
  private final Path jars;

  /**
   * Makes the folders.
   *
   * @param cacheFolder where copies of jars are kept; empty for the temporary folder
   * @throws IOException if a folder cannot be made
   */
  Workspace(Optional<Path> cacheFolder) throws IOException {
    temporary = TemporaryFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
    jars = cacheFolder.map(Path::toAbsolutePath).orElse(temporary.path().resolve("jars"));
    Files.createDirectories(jars);
  }

  Path jars() {
    return jars;
  }

  Path framework() {
    return temporary.path().resolve("framework");
  }

  @Override
  public void close() {
    try {
      temporary.close();
    } catch (IOException e) {
      LOG.warn("the temporary folder {} stays: {}", temporary.path(), e.toString());
    }
  }
}
