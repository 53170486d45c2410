package io.vertebra.host.plugin;

import java.nio.file.Path;

/** Gives what plugin jars say. */
@FunctionalInterface
interface JarSource {
  /**
   * Reads a plugin jar.
   *
   * @param jar the jar
   * @return what it says
   * @throws RefusedException if it cannot be read, is broken or not allowed
   */
  Candidate read(Path jar) throws RefusedException;
}
