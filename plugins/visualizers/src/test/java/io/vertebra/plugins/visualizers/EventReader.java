package io.vertebra.plugins.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads event files by the published formats, bit by bit, and shares nothing with what writes them.
 */
final class EventReader {
  private static final int POLYNOMIAL = 0x82f63b78;

  private EventReader() {}

  /** The fields of a file's records, as texts such as {@code step=3} or {@code loss=0.5}. */
  static List<List<String>> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<List<String>> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(length);
      assertThat(bytes.getInt()).isEqualTo(maskedChecksum(length));
      byte[] data =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      bytes.get(data);
      assertThat(bytes.getInt()).isEqualTo(maskedChecksum(data));
      events.add(event(data));
    }
    return events;
  }

  /** CRC-32C (RFC 3720, B.4) by its polynomial, then masked. */
  static int maskedChecksum(byte[] data) {
    int crc = checksum(data);
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  static int checksum(byte[] data) {
    int crc = ~0;
    for (byte each : data) {
      crc ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
      }
    }
    return ~crc;
  }

  private static List<String> event(byte[] data) {
    List<String> fields = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      int tag = (int) varint(bytes);
      switch (tag) {
        case (1 << 3) | 1 -> fields.add("time=" + bytes.getDouble());
        case 2 << 3 -> fields.add("step=" + varint(bytes));
        case (3 << 3) | 2 -> fields.add("version=" + text(bytes));
        case (5 << 3) | 2 -> summary(delimited(bytes), fields);
        case (7 << 3) | 2 -> fields.add("session=" + session(delimited(bytes)));
        default -> throw new AssertionError("unknown tag " + tag);
      }
    }
    return fields;
  }

  private static void summary(ByteBuffer bytes, List<String> fields) {
    while (bytes.hasRemaining()) {
      assertThat(varint(bytes)).isEqualTo((1 << 3) | 2);
      ByteBuffer value = delimited(bytes);
      assertThat(varint(value)).isEqualTo((1 << 3) | 2);
      String tag = text(value);
      assertThat(varint(value)).isEqualTo((2 << 3) | 5);
      fields.add(tag + "=" + value.getFloat());
    }
  }

  private static long session(ByteBuffer bytes) {
    assertThat(varint(bytes)).isEqualTo(1 << 3);
    return varint(bytes);
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    int shift = 0;
    byte each;
    do {
      each = bytes.get();
      value |= (each & 0x7fL) << shift;
      shift += 7;
    } while (each < 0);
    return value;
  }

  private static ByteBuffer delimited(ByteBuffer bytes) {
    int length = (int) varint(bytes);
    ByteBuffer part = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return part;
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(delimited(bytes)).toString();
  }
}
