package io.vertebra.engine.numpy;

import io.vertebra.engine.file.ZipEntries;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A .npz file. Opening reads the headers of the arrays; elements are read when asked for. Arrays of
 * Python objects, which are pickles, are refused.
 */
public final class NumpyFile implements TensorSource {
  private static final String ENDING = ".npy";

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ArrayHeader> headers = new LinkedHashMap<>();

  private NumpyFile(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @param file the file
   * @return the arrays, to be closed by the caller
   * @throws NumpyException if it is damaged or has arrays that are not read, with the array
   * @throws IOException if it cannot be read
   */
  public static NumpyFile open(Path file) throws IOException {
    NumpyFile opened = new NumpyFile(file, new ZipFile(file.toFile()));
    try {
      opened.readHeaders();
      return opened;
    } catch (IOException | RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  private void readHeaders() throws IOException {
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (!name.endsWith(ENDING)) {
        throw new NumpyException(file, "the entry '" + name + "' is no array of NumPy");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        headers.put(name.substring(0, name.length() - ENDING.length()), header(in, entry));
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw new NumpyException(file, "the array '" + name + "': " + e.getMessage());
      }
    }
  }

  private static ArrayHeader header(InputStream in, ZipEntry entry) throws IOException {
    ArrayHeader header = ArrayHeader.read(in);
    if (entry.getSize() < header.start() + header.bytes()) {
      throw new IllegalArgumentException("it has too few bytes for " + header.shape());
    }
    return header;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(headers.keySet());
  }

  @Override
  public TensorInfo info(String name) throws IOException {
    ArrayHeader header = header(name);
    return new TensorInfo(name, header.type(), header.shape());
  }

  @Override
  public ByteBuffer data(String name) throws IOException {
    ArrayHeader header = header(name);
    ByteBuffer whole = ZipEntries.read(zip, name + ENDING, header.start() + header.bytes());
    ByteBuffer run = whole.position(header.start()).order(ByteOrder.LITTLE_ENDIAN);
    return header.place().in(run, header.type().bytes());
  }

  private ArrayHeader header(String name) throws NumpyException {
    ArrayHeader header = headers.get(name);
    if (header == null) {
      throw new NumpyException(file, "no array '" + name + "'");
    }
    return header;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
