package io.vertebra.engine.safetensors;

import io.vertebra.engine.safetensors.Header.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
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
public final class SafetensorsReader implements TensorSource {
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
      HeaderBytes bytes = HeaderBytes.read(file, channel);
      Header header = HeaderParser.read(bytes.text(file));
      header.check(channel.size() - bytes.end());
      return new SafetensorsReader(file, channel, bytes.end(), header);
    } catch (IllegalArgumentException e) {
      channel.close();
      throw new SafetensorsException(file, e.getMessage(), e);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Returns the names of the tensors.
   *
   * @return the names in the order of the header
   */
  @Override
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
  @Override
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
  @Override
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
