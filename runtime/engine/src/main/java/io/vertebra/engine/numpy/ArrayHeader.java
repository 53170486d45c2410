package io.vertebra.engine.numpy;

import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.StridedBytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the elements of an array (numpy.lib.format, versions 1 to 3).
 *
 * @param type the type of the elements
 * @param shape the length of each axis
 * @param firstFastest whether the first axis runs fastest, as in Fortran
 */
record ArrayHeader(ElementType type, List<Long> shape, boolean firstFastest) {
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
   * Reads the text of a header.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static ArrayHeader parse(String text) {
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
    return new ArrayHeader(type, lengths(matcher.group(4)), matcher.group(3).equals("True"));
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
