package io.vertebra.engine.numpy;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not one of NumPy, or has arrays that are not read. */
public final class NumpyException extends IOException {
  private static final long serialVersionUID = 1;

  NumpyException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
