package io.vertebra.plugins.visualizers;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Goes through the fields of a message that {@link ProtoMessage} wrote. */
final class ProtoReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;
  private static final int WIRE_TYPE_BITS = 3;

  private final ByteBuffer bytes;

  ProtoReader(ByteBuffer bytes) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A field.
   *
   * @param number its number in the message
   * @param value its value where it is a whole number, else 0
   * @param bytes its value where it is a text or message, else empty
   */
  record Field(int number, long value, ByteBuffer bytes) {
    String text() {
      return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
  }

  boolean hasNext() {
    return bytes.hasRemaining();
  }

  /** Reads the next field. */
  Field next() throws IOException {
    try {
      int tag = (int) varint();
      int number = tag >>> WIRE_TYPE_BITS;
      return switch (tag & ((1 << WIRE_TYPE_BITS) - 1)) {
        case VARINT -> new Field(number, varint(), ByteBuffer.allocate(0));
        case FIXED64 -> new Field(number, 0, take(Long.BYTES));
        case FIXED32 -> new Field(number, 0, take(Integer.BYTES));
        case LENGTH_DELIMITED -> new Field(number, 0, take((int) varint()));
        default -> throw new IOException("a field has no type of protocol buffers");
      };
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("a message ends within a field", e);
    }
  }

  private ByteBuffer take(int length) {
    ByteBuffer taken = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return taken;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        break;
      }
    }
    return value;
  }
}
