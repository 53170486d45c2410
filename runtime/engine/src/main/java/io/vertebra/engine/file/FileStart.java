package io.vertebra.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first bytes of a file, which tell its format. */
public final class FileStart {
  private FileStart() {}

  /**
   * Reads the first bytes.
   *
   * @param file the file
   * @param count how many
   * @return the bytes as characters from 0 to 255; fewer where the file is shorter
   * @throws IOException if it cannot be read
   */
  public static String read(Path file, int count) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
    }
  }
}
