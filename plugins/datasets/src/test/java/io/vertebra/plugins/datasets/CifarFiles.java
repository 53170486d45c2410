package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files of the binary form of CIFAR. */
final class CifarFiles {
  private static final int PLANE = 1024;

  private CifarFiles() {}

  /**
   * Images whose values are 1 in red, 2 in green, 3 in blue, and the label in the first of each.
   */
  static void write(Path file, int labelBytes, int... labels) throws IOException {
    int record = labelBytes + 3 * PLANE;
    byte[] bytes = new byte[labels.length * record];
    for (int i = 0; i < labels.length; i++) {
      int start = i * record + labelBytes;
      bytes[start - 1] = (byte) labels[i];
      for (int k = 0; k < 3 * PLANE; k++) {
        bytes[start + k] = (byte) (k % PLANE == 0 ? labels[i] : 1 + k / PLANE);
      }
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
