package io.vertebra.engine.train;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run is to go on.
 *
 * @param file the checkpoint; the last whole one of the work directory where it is empty
 */
public record ResumeFrom(Optional<Path> file) {
  /** Goes on with the last whole checkpoint of the work directory, or anew where there is none. */
  public static final ResumeFrom LAST = new ResumeFrom(Optional.empty());
}
