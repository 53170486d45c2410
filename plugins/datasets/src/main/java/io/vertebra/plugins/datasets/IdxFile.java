package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * An array of unsigned bytes in the IDX format of the MNIST files: two zero bytes, the type (8),
 * the number of axes, the size of each axis as a big-endian 32-bit number, the values.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTE = 8;

  private final Path path;
  private final int[] sizes;
  private final byte[] content;

  private IdxFile(Path path, int[] sizes, byte[] content) {
    this.path = path;
    this.sizes = sizes;
    this.content = content;
  }

  /**
   * Reads a file, compressed or not.
   *
   * @param folder where it is
   * @param name its name without {@code .gz}
   * @param axes how many axes it must have
   * @return the array
   * @throws IOException if it is missing, of another format, or cut short; the message names it
   */
  static IdxFile read(Path folder, String name, int axes) throws IOException {
    Path path = find(folder, name);
    byte[] content = readAll(path);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int magic = UNSIGNED_BYTE << 8 | axes;
    if (content.length < 4 * (axes + 1) || bytes.getInt() != magic) {
      throw new IOException(
          "'%s' is no IDX file of unsigned bytes with %d axes: it does not begin with %08x"
              .formatted(path, axes, magic));
    }
    int[] sizes = new int[axes];
    Arrays.setAll(sizes, axis -> bytes.getInt());
    checkLength(path, sizes, bytes.remaining());
    return new IdxFile(path, sizes, content);
  }

  Path path() {
    return path;
  }

  /** The size of an axis. */
  int size(int axis) {
    return sizes[axis];
  }

  /** The value at a position among all values, row by row. */
  int value(int position) {
    return Byte.toUnsignedInt(content[start() + position]);
  }

  /** Copies values that stand one after the other. */
  void copy(int position, int length, ByteBuffer target) {
    target.put(content, start() + position, length);
  }

  private int start() {
    return 4 * (sizes.length + 1);
  }

  private static Path find(Path folder, String name) throws IOException {
    for (String file : new String[] {name, name + ".gz"}) {
      Path path = folder.resolve(file);
      if (Files.isRegularFile(path)) {
        return path;
      }
    }
    throw new IOException(
        "There is neither '%s' nor '%s.gz' in '%s': put the published files there, or point"
                .formatted(name, name, folder.toAbsolutePath())
            + " data_root to where they are");
  }

  private static byte[] readAll(Path path) throws IOException {
    boolean compressed = path.toString().endsWith(".gz");
    try (InputStream file = Files.newInputStream(path);
        InputStream content = compressed ? new GZIPInputStream(file) : file) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new IOException("Cannot read '" + path + "': " + e.getMessage(), e);
    }
  }

  private static void checkLength(Path path, int[] sizes, int length) throws IOException {
    long expected = Arrays.stream(sizes).asLongStream().reduce(1, (a, b) -> a * b);
    if (expected != length) {
      String shape =
          Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
      throw new IOException(
          "'%s' says that it holds %s values, but %d bytes follow: it is cut short or damaged"
              .formatted(path, shape, length));
    }
  }
}
