package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.Path;

/** Copies jars and checks the copies. */
final class JarReader {
  private final JarStore store;
  private final JarInspector inspector;

  /** Makes a reader. */
  JarReader(JarStore store, JarInspector inspector) {
    this.store = store;
    this.inspector = inspector;
  }

  /**
   * Reads a plugin jar.
   *
   * @param jar the jar
   * @return what it says
   * @throws RefusedException if it cannot be read, is broken or not allowed
   */
  Candidate read(Path jar) throws RefusedException {
    try {
      return inspector.inspect(store.store(jar));
    } catch (IOException e) {
      throw new RefusedException("'%s' cannot be copied: %s".formatted(jar, e), e);
    }
  }
}
