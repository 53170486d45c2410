package io.vertebra.engine.pickle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertebra.engine.safetensors.TensorInfo;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes the pickle of an ordered dictionary of tensors, protocol 2 (Python's {@code pickletools}
 * describes the operations). The tensor of number i has the storage of that number for itself.
 */
final class StateDictPickle {
  private static final String ORDERED_DICT = "ccollections\nOrderedDict\n)R";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int count;

  StateDictPickle() {
    text("\u0080\u0002" + ORDERED_DICT + "(");
  }

  private void text(String operations) {
    for (int i = 0; i < operations.length(); i++) {
      out.write(operations.charAt(i));
    }
  }

  /** Adds a tensor in C order. */
  void add(TensorInfo info) {
    string(info.name());
    text("ctorch._utils\n_rebuild_tensor_v2\n(");
    storage(info);
    integer(0);
    tuple(info.shape());
    tuple(steps(info.shape()));
    // It needs no gradient and has no hooks.
    text("\u0089" + ORDERED_DICT + "tR");
    count++;
  }

  private void storage(TensorInfo info) {
    text("(");
    string("storage");
    text("ctorch\n" + Globals.storageName(info.type()) + "\n");
    string(Integer.toString(count));
    string("cpu");
    integer(info.bytes() / info.type().bytes());
    text("tQ");
  }

  /** How far apart neighbours on each axis are. */
  private static List<Long> steps(List<Long> shape) {
    List<Long> steps = new ArrayList<>();
    long step = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      steps.add(step);
      step *= Math.max(1, shape.get(i));
    }
    Collections.reverse(steps);
    return steps;
  }

  private void tuple(List<Long> numbers) {
    text("(");
    numbers.forEach(this::integer);
    text("t");
  }

  private void string(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    text("X");
    littleEndian(bytes.length, Integer.BYTES);
    out.writeBytes(bytes);
  }

  private void integer(long value) {
    if (value < 1L << Byte.SIZE) {
      text("K");
      littleEndian(value, 1);
    } else if (value <= Integer.MAX_VALUE) {
      text("J");
      littleEndian(value, Integer.BYTES);
    } else {
      byte[] bytes = BigInteger.valueOf(value).toByteArray();
      text("\u008a");
      out.write(bytes.length);
      littleEndian(value, bytes.length);
    }
  }

  private void littleEndian(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >> (Byte.SIZE * i)));
    }
  }

  /** The whole pickle. */
  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes("u.".getBytes(US_ASCII));
    return whole.toByteArray();
  }
}
