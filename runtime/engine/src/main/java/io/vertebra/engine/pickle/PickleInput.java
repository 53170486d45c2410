package io.vertebra.engine.pickle;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, read from the front. No more is made of them than there are. */
final class PickleInput {
  private final ByteBuffer bytes;

  /** Reads from the position of a buffer, which moves on. */
  PickleInput(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return bytes.position();
  }

  int unsignedByte() throws PickleException {
    return need(1).get() & 0xFF;
  }

  int unsignedShort() throws PickleException {
    return need(Short.BYTES).getShort() & 0xFFFF;
  }

  int signedInt() throws PickleException {
    return need(Integer.BYTES).getInt();
  }

  long unsignedInt() throws PickleException {
    return signedInt() & 0xFFFFFFFFL;
  }

  long signedLong() throws PickleException {
    return need(Long.BYTES).getLong();
  }

  /** A number in the order of a network, as BINFLOAT has it. */
  double bigEndianDouble() throws PickleException {
    return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
  }

  byte[] bytes(long length) throws PickleException {
    byte[] content = new byte[checked(length)];
    bytes.get(content);
    return content;
  }

  void skip(long length) throws PickleException {
    bytes.position(bytes.position() + checked(length));
  }

  String text(long length) throws PickleException {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  /** A whole number of any length, the lowest byte first; a long where it is one. */
  Object integer(long length) throws PickleException {
    byte[] little = bytes(length);
    byte[] big = new byte[little.length];
    for (int i = 0; i < big.length; i++) {
      big[i] = little[little.length - 1 - i];
    }
    return number(big.length == 0 ? BigInteger.ZERO : new BigInteger(big));
  }

  static Object number(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  /** A line of text, without its end. */
  String line() throws PickleException {
    int start = bytes.position();
    int end = start;
    while (need(1).get() != '\n') {
      end++;
    }
    byte[] content = new byte[end - start];
    bytes.get(start, content);
    return new String(content, StandardCharsets.UTF_8);
  }

  private int checked(long length) throws PickleException {
    if (length < 0 || length > bytes.remaining()) {
      throw truncated();
    }
    return (int) length;
  }

  private ByteBuffer need(int count) throws PickleException {
    if (bytes.remaining() < count) {
      throw truncated();
    }
    return bytes;
  }

  private PickleException truncated() {
    return new PickleException(
        "the pickle ends too early: it is damaged or incomplete", new BufferUnderflowException());
  }
}
