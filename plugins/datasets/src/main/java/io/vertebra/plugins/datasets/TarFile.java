package io.vertebra.plugins.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tar archive whose files are read where they stand (POSIX.1-2001 ustar and pax, GNU long names).
 * Many threads may read at once. It must be closed.
 */
final class TarFile implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE_OFFSET = 156;
  private static final int PREFIX_OFFSET = 345;
  private static final int PREFIX_LENGTH = 155;

  private final Path path;
  private final FileChannel channel;

  private TarFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static TarFile open(Path path) throws IOException {
    return new TarFile(path, FileChannel.open(path, StandardOpenOption.READ));
  }

  Path path() {
    return path;
  }

  /** Lists the regular files. */
  List<TarEntry> entries() throws IOException {
    List<TarEntry> entries = new ArrayList<>();
    Optional<String> longName = Optional.empty();
    long position = 0;
    while (position + BLOCK <= channel.size()) {
      byte[] header = read(position, BLOCK);
      if (header[0] == 0) {
        return entries;
      }
      long size = number(header);
      long content = position + BLOCK;
      if (size < 0 || content + size > channel.size()) {
        throw damaged(position);
      }
      switch (header[TYPE_OFFSET]) {
        case 'L' -> longName = Optional.of(text(read(content, (int) size), 0, (int) size));
        case 'x' -> longName = paxPath(read(content, (int) size));
        case '0', 0 -> {
          entries.add(new TarEntry(longName.orElse(name(header)), content, Math.toIntExact(size)));
          longName = Optional.empty();
        }
        default -> longName = Optional.empty();
      }
      position = content + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    return entries;
  }

  private IOException damaged(long position) {
    return new IOException(
        "'%s' is no tar archive, or it is cut short: no header at byte %d"
            .formatted(path, position));
  }

  private static String name(byte... header) {
    boolean ustar = new String(header, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
    String prefix = ustar ? text(header, PREFIX_OFFSET, PREFIX_LENGTH) : "";
    String name = text(header, 0, NAME_LENGTH);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** The size of a file: octal digits, or binary where the first bit is set; -1 for neither. */
  private static long number(byte... header) {
    if (header[SIZE_OFFSET] < 0) {
      return ByteBuffer.wrap(header, SIZE_OFFSET + SIZE_LENGTH - Long.BYTES, Long.BYTES).getLong();
    }
    String digits = text(header, SIZE_OFFSET, SIZE_LENGTH).strip();
    return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
  }

  /** The path among records of the form "LENGTH path=VALUE" with a newline. */
  private static Optional<String> paxPath(byte... records) {
    return new String(records, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(" path="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst();
  }

  byte[] read(TarEntry entry) throws IOException {
    return read(entry.offset(), entry.size());
  }

  private byte[] read(long position, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new IOException("'" + path + "' is cut short");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + path, e);
    }
  }
}
