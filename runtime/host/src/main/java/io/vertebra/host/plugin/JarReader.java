package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.Path;

/** Copies jars and checks the copies. */
final class JarReader implements JarSource {
  private final JarStore store;
  private final JarInspector inspector;

  /** Makes a reader. */
  JarReader(JarStore store, JarInspector inspector) {
    this.store = store;
    this.inspector = inspector;
  }

  @Override
  public Candidate read(Path jar) throws RefusedException {
    try {
      return inspector.inspect(store.store(jar));
    } catch (IOException e) {
      throw new RefusedException("'%s' cannot be copied: %s".formatted(jar, e), e);
    }
  }
}
