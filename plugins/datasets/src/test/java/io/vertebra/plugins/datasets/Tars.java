package io.vertebra.plugins.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes tar archives. */
final class Tars {
  private static final int BLOCK = 512;

  private Tars() {}

  static byte[] entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] entry(String name, byte[] content) {
    return entry('0', name, content);
  }

  /** Header and content, filled up to whole blocks. */
  static byte[] entry(char type, String name, byte[] content) {
    int blocks = 1 + (content.length + BLOCK - 1) / BLOCK;
    byte[] bytes = new byte[blocks * BLOCK];
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(path, 0, bytes, 0, path.length);
    byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, bytes, 124, size.length);
    bytes[156] = (byte) type;
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, bytes, 257, 5);
    System.arraycopy(content, 0, bytes, BLOCK, content.length);
    return bytes;
  }

  static void write(Path file, byte[]... entries) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      all.write(entry);
    }
    all.write(new byte[2 * BLOCK]);
    Files.write(file, all.toByteArray());
  }

  /** A copy that ends in the middle. */
  static void cut(Path file, int bytes) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
  }
}
