package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small IDX files. */
final class IdxFiles {
  private IdxFiles() {}

  /** Two images of 2 x 3 pixels; pixel p of image i is 10 * i + p. */
  static void images(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16 + 12).putInt(0x803).putInt(2).putInt(2).putInt(3);
    for (int i = 0; i < 12; i++) {
      bytes.put((byte) (i / 6 * 10 + i % 6));
    }
    write(file, bytes.array());
  }

  static void labels(Path file, int... labels) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
    for (int label : labels) {
      bytes.put((byte) label);
    }
    write(file, bytes.array());
  }

  static void write(Path file, byte[] content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream target = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out) {
      target.write(content);
    }
  }
}
