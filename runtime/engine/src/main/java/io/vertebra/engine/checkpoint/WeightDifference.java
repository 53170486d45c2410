package io.vertebra.engine.checkpoint;

import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares two files of tensors, name by name and value by value. */
public final class WeightDifference {
  private WeightDifference() {}

  /**
   * Compares.
   *
   * @param left a file; stays open
   * @param right another file; stays open
   * @return a line for each tensor that only one of them has, that has another type or shape, or
   *     whose values differ, with the largest difference; empty where the files are the same
   * @throws IOException if a file cannot be read
   */
  public static List<String> of(TensorSource left, TensorSource right) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : left.names()) {
      if (right.names().contains(name)) {
        compare(left, right, name, lines);
      } else {
        lines.add("- " + text(left.info(name)));
      }
    }
    for (String name : right.names()) {
      if (!left.names().contains(name)) {
        lines.add("+ " + text(right.info(name)));
      }
    }
    return lines;
  }

  private static String text(TensorInfo info) {
    return "%s: %s %s".formatted(info.name(), info.type(), info.shape());
  }

  private static void compare(
      TensorSource left, TensorSource right, String name, List<String> lines) throws IOException {
    TensorInfo before = left.info(name);
    TensorInfo after = right.info(name);
    if (before.type() != after.type() || !before.shape().equals(after.shape())) {
      lines.add("~ %s, %s %s".formatted(text(before), after.type(), after.shape()));
      return;
    }
    ByteBuffer one = left.data(name).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer other = right.data(name).order(ByteOrder.LITTLE_ENDIAN);
    if (one.mismatch(other) >= 0) {
      lines.add("~ " + text(before) + amount(one, other, before.type()));
    }
  }

  /** How far values of the common types are from each other. */
  private static String amount(ByteBuffer one, ByteBuffer other, ElementType type) {
    if (type != ElementType.F32) {
      return ": values differ";
    }
    double largest = 0;
    int count = 0;
    while (one.hasRemaining()) {
      float a = one.getFloat();
      float b = other.getFloat();
      if (Float.compare(a, b) != 0) {
        count++;
        largest = Math.max(largest, Math.abs((double) a - b));
      }
    }
    return String.format(Locale.ROOT, ": %d values differ, by %.3g at most", count, largest);
  }
}
