package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small MATLAB files that SciPy wrote: write_mat_files.py beside them. */
final class MatFiles {
  private MatFiles() {}

  /** Copies a file over what is there. */
  static void copy(String resource, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream content = MatFiles.class.getResourceAsStream(resource)) {
      Files.write(file, content.readAllBytes());
    }
  }
}
