package io.vertebra.engine.numpy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.StridedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before the elements of an array (numpy.lib.format, versions 1 to 3).
 *
 * @param type the type of the elements
 * @param shape the length of each axis
 * @param firstFastest whether the first axis runs fastest, as in Fortran
 * @param start how many bytes come before the elements
 */
record ArrayHeader(ElementType type, List<Long> shape, boolean firstFastest, int start) {
  private static final String MAGIC = "\u0093NUMPY";
  private static final int VERSION_BYTES = 2;
  private static final int LONGEST = 1 << 20;

  /** Headers end at multiples of so many bytes. */
  private static final int ALIGNMENT = 64;

  private static final Map<String, ElementType> TYPES =
      Map.of(
          "f8", ElementType.F64,
          "f4", ElementType.F32,
          "f2", ElementType.F16,
          "i8", ElementType.I64,
          "i4", ElementType.I32,
          "i2", ElementType.I16,
          "i1", ElementType.I8,
          "u1", ElementType.U8,
          "b1", ElementType.BOOL);

  private static final Pattern TEXT =
      Pattern.compile(
          "\\{'descr': '([<>|=]?)(\\w+)', 'fortran_order': (True|False),"
              + " 'shape': \\(([\\d, ]*)\\),? *}\\s*");

  /**
   * Reads a header.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static ArrayHeader read(InputStream in) throws IOException {
    String magic = new String(in.readNBytes(MAGIC.length()), ISO_8859_1);
    byte[] version = in.readNBytes(VERSION_BYTES);
    if (!magic.equals(MAGIC)
        || version.length < VERSION_BYTES
        || version[0] < 1
        || version[0] > 3) {
      throw new IllegalArgumentException("it does not begin as an array of NumPy");
    }
    int lengthBytes = version[0] == 1 ? Short.BYTES : Integer.BYTES;
    int length = littleEndian(in.readNBytes(lengthBytes));
    if (length < 0 || length > LONGEST) {
      throw new IllegalArgumentException("its header would have " + length + " bytes");
    }
    return parse(
        new String(in.readNBytes(length), UTF_8),
        MAGIC.length() + VERSION_BYTES + lengthBytes + length);
  }

  private static int littleEndian(byte... bytes) {
    int value = 0;
    for (int i = 0; i < bytes.length; i++) {
      value |= (bytes[i] & 0xFF) << (i * Byte.SIZE);
    }
    return value;
  }

  private static ArrayHeader parse(String text, int start) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "its description is not that of a plain array: " + shortened(text));
    }
    ElementType type = TYPES.get(matcher.group(2));
    if (type == null || (matcher.group(1).equals(">") && type.bytes() > 1)) {
      throw new IllegalArgumentException(
          "elements of type '%s%s' are not read; little-endian %s are"
              .formatted(
                  matcher.group(1), matcher.group(2), TYPES.keySet().stream().sorted().toList()));
    }
    return new ArrayHeader(type, lengths(matcher.group(4)), matcher.group(3).equals("True"), start);
  }

  private static List<Long> lengths(String text) {
    List<Long> lengths = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      if (!each.isBlank()) {
        lengths.add(Long.valueOf(each.strip()));
      }
    }
    return List.copyOf(lengths);
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }

  /**
   * The bytes of a header of version 1.0, whose last axis runs fastest.
   *
   * @throws IllegalArgumentException if NumPy has no such elements
   */
  static byte[] bytes(ElementType type, List<Long> shape) {
    String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(description(type), shape.size() == 1 ? lengths + "," : lengths);
    int before = MAGIC.length() + VERSION_BYTES + Short.BYTES;
    int padding = Math.floorMod(-(before + text.length() + 1), ALIGNMENT);
    byte[] header = (text + " ".repeat(padding) + "\n").getBytes(ISO_8859_1);
    return ByteBuffer.allocate(before + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((MAGIC + "\u0001\u0000").getBytes(ISO_8859_1))
        .putShort((short) header.length)
        .put(header)
        .array();
  }

  private static String description(ElementType type) {
    String name =
        TYPES.entrySet().stream()
            .filter(entry -> entry.getValue() == type)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("NumPy has no elements of " + type))
            .getKey();
    return (type.bytes() == 1 ? "|" : "<") + name;
  }

  /**
   * How many bytes the elements have.
   *
   * @throws ArithmeticException if it cannot be expressed
   */
  long bytes() {
    return Math.multiplyExact(place().reach(), type.bytes());
  }

  StridedBytes place() {
    if (!firstFastest) {
      return new StridedBytes(0, shape, StridedBytes.rowMajor(shape));
    }
    List<Long> reversed = new ArrayList<>(shape);
    Collections.reverse(reversed);
    List<Long> strides = new ArrayList<>(StridedBytes.rowMajor(reversed));
    Collections.reverse(strides);
    return new StridedBytes(0, shape, strides);
  }
}
