package io.vertebra.engine.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertebra.engine.safetensors.Header.Entry;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An open safetensors file. Opening reads and checks the header alone; tensors are mapped into
 * memory when asked for. Not written to by anyone while it is open, it may be read by several
 * threads.
 */
public final class SafetensorsReader implements Closeable {
  private static final int LENGTH_BYTES = Long.BYTES;

  private final Path file;
  private final FileChannel channel;
  private final long dataStart;
  private final Header header;

  private SafetensorsReader(Path file, FileChannel channel, long dataStart, Header header) {
    this.file = file;
    this.channel = channel;
    this.dataStart = dataStart;
    this.header = header;
  }

  /**
   * Opens a file.
   *
   * @param file the file
   * @return the reader, to be closed by the caller
   * @throws SafetensorsException if the header is damaged or does not fit the file
   * @throws IOException if the file cannot be read
   */
  public static SafetensorsReader open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      long length = headerLength(file, channel);
      Header header = HeaderJson.read(headerText(channel, Math.toIntExact(length)));
      header.check(channel.size() - LENGTH_BYTES - length);
      return new SafetensorsReader(file, channel, LENGTH_BYTES + length, header);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      channel.close();
      throw new SafetensorsException(file, problem(e), e);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static String problem(Exception e) {
    return e instanceof CharacterCodingException ? "the header is not UTF-8" : e.getMessage();
  }

  private static long headerLength(Path file, FileChannel channel) throws IOException {
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

  private static String headerText(FileChannel channel, int length) throws IOException {
    return UTF_8.newDecoder().decode(read(channel, LENGTH_BYTES, length)).toString();
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

  /**
   * Returns the names of the tensors.
   *
   * @return the names in the order of the header
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(header.tensors().keySet());
  }

  /**
   * Returns the tensors without their data.
   *
   * @return type and shape of each tensor in the order of the header
   */
  public List<TensorInfo> tensors() {
    return header.tensors().values().stream().map(Entry::info).toList();
  }

  /**
   * Returns the notes of the file's writer.
   *
   * @return texts by name
   */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  /**
   * Returns type and shape of a tensor.
   *
   * @param name the name of the tensor
   * @return type and shape
   * @throws SafetensorsException if the file has no such tensor
   */
  public TensorInfo info(String name) throws SafetensorsException {
    return entry(name).info();
  }

  /**
   * Maps a tensor into memory.
   *
   * @param name the name of the tensor
   * @return a read-only direct buffer in little-endian order with the bytes of the tensor; it stays
   *     valid after the reader is closed
   * @throws SafetensorsException if the file has no such tensor or it has 2 GiB or more
   * @throws IOException if the file cannot be mapped
   */
  public ByteBuffer data(String name) throws IOException {
    Entry entry = entry(name);
    if (entry.info().bytes() > Integer.MAX_VALUE) {
      throw new SafetensorsException(
          file,
          "the tensor '%s' has %d bytes; at most %d can be mapped"
              .formatted(name, entry.info().bytes(), Integer.MAX_VALUE));
    }
    return channel
        .map(FileChannel.MapMode.READ_ONLY, dataStart + entry.begin(), entry.info().bytes())
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private Entry entry(String name) throws SafetensorsException {
    Entry entry = header.tensors().get(name);
    if (entry == null) {
      throw new SafetensorsException(
          file,
          "no tensor '%s' among %d: %s"
              .formatted(name, names().size(), names().stream().limit(20).toList()));
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
