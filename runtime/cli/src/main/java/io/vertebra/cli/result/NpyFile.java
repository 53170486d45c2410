package io.vertebra.cli.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An array in a file as NumPy saves it ({@code numpy.lib.format}, version 1.0): little-endian, row
 * by row.
 *
 * @param type {@code <f4} or {@code <i8}
 * @param shape the sizes of its axes
 * @param values the bytes of its values
 */
record NpyFile(String type, List<Integer> shape, ByteBuffer values) {
  static final String FLOAT = "<f4";
  static final String LONG = "<i8";

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final Pattern HEADER =
      Pattern.compile(
          ".*'descr': *'([^']*)'.*'fortran_order': *(True|False).*'shape': *\\(([0-9, ]*)\\).*",
          Pattern.DOTALL);

  /** How many values there are. */
  int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  void writeTo(WritableByteChannel out) throws IOException {
    byte[] header = header();
    ByteBuffer start = ByteBuffer.allocate(MAGIC.length + Short.BYTES + header.length);
    start.order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putShort((short) header.length).put(header);
    drain(start.flip(), out);
    drain(values.duplicate(), out);
  }

  private static void drain(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private byte[] header() {
    String sizes =
        shape.stream().map(size -> Integer.toString(size)).collect(Collectors.joining(", "))
            + (shape.size() == 1 ? "," : "");
    String text = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, sizes);
    int length = MAGIC.length + Short.BYTES + text.length() + 1;
    int padding = (ALIGNMENT - length % ALIGNMENT) % ALIGNMENT;
    return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads an array of floats or longs. */
  static NpyFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException("'" + file + "' has more than 2 GB, the most that is read");
      }
      ByteBuffer all = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
      while (all.hasRemaining() && channel.read(all) >= 0) {}
      return parse(file, all.flip());
    }
  }

  private static NpyFile parse(Path file, ByteBuffer all) throws IOException {
    byte[] magic = new byte[MAGIC.length];
    if (all.remaining() < MAGIC.length + Short.BYTES) {
      throw new IOException("'" + file + "' is no .npy file: it is too short");
    }
    all.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException("'" + file + "' is no .npy file of version 1.0");
    }
    byte[] header = new byte[Math.min(Short.toUnsignedInt(all.getShort()), all.remaining())];
    all.get(header);
    Matcher fields = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!fields.matches() || fields.group(2).equals("True")) {
      throw new IOException("'" + file + "' holds no array that is stored row by row");
    }
    List<Integer> shape =
        Arrays.stream(fields.group(3).split(",", -1))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .map(Integer::valueOf)
            .toList();
    NpyFile array = new NpyFile(fields.group(1), shape, all.slice());
    array.values.order(ByteOrder.LITTLE_ENDIAN);
    array.check(file);
    return array;
  }

  private void check(Path file) throws IOException {
    int width = type.equals(FLOAT) ? Float.BYTES : type.equals(LONG) ? Long.BYTES : 0;
    if (width == 0) {
      throw new IOException(
          "'%s' holds values of type %s, but only float32 and int64 are read"
              .formatted(file, type));
    }
    if ((long) size() * width != values.remaining()) {
      throw new IOException(
          "'%s' should have %d bytes of values, but has %d: it is cut short or damaged"
              .formatted(file, (long) size() * width, values.remaining()));
    }
  }
}
