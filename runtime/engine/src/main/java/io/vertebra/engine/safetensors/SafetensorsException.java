package io.vertebra.engine.safetensors;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not in the safetensors format or has not what was asked of it. */
public final class SafetensorsException extends IOException {
  private static final long serialVersionUID = 1L;

  SafetensorsException(Path file, String problem) {
    super(file + ": " + problem);
  }

  SafetensorsException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
