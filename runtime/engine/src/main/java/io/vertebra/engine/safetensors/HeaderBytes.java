package io.vertebra.engine.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/** The header of a file as it lies there, behind eight bytes with its length. */
record HeaderBytes(ByteBuffer bytes) {
  private static final int LENGTH_BYTES = Long.BYTES;

  /** Returns the position in the file at which the data starts. */
  long end() {
    return (long) LENGTH_BYTES + bytes.limit();
  }

  String text(Path file) throws SafetensorsException {
    try {
      return UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException e) {
      throw new SafetensorsException(file, "the header is not UTF-8", e);
    }
  }

  static HeaderBytes read(Path file, FileChannel channel) throws IOException {
    int length = Math.toIntExact(length(file, channel));
    return new HeaderBytes(read(channel, LENGTH_BYTES, length));
  }

  private static long length(Path file, FileChannel channel) throws IOException {
    if (channel.size() < LENGTH_BYTES) {
      throw new SafetensorsException(
          file, "the file has %d bytes, too few for a header".formatted(channel.size()));
    }
    long length = read(channel, 0, LENGTH_BYTES).getLong();
    if (length < 0 || length > Header.MAX_BYTES) {
      throw new SafetensorsException(
          file,
          "the header would have %s bytes; at most %d are read"
              .formatted(Long.toUnsignedString(length), Header.MAX_BYTES));
    }
    if (length > channel.size() - LENGTH_BYTES) {
      throw new SafetensorsException(
          file,
          "the header of %d bytes reaches beyond the %d bytes of the file"
              .formatted(length, channel.size()));
    }
    return length;
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("The file was cut while it was read");
      }
    }
    return buffer.flip();
  }
}
