package io.vertebra.engine.numpy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

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
  private static final String MAGIC = "\u0093NUMPY";
  private static final int LONGEST_HEADER = 1 << 20;

  private final Path file;
  private final ZipFile zip;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** An array: its header, and how many bytes come before its elements. */
  private record Entry(ArrayHeader header, int start) {}

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
        entries.put(name.substring(0, name.length() - ENDING.length()), header(in, entry));
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw new NumpyException(file, "the array '" + name + "': " + e.getMessage());
      }
    }
  }

  private Entry header(InputStream in, ZipEntry entry) throws IOException {
    String magic = new String(in.readNBytes(MAGIC.length()), ISO_8859_1);
    byte[] version = in.readNBytes(2);
    if (!magic.equals(MAGIC) || version.length < 2 || version[0] < 1 || version[0] > 3) {
      throw new IllegalArgumentException("it does not begin as one of NumPy");
    }
    int lengthBytes = version[0] == 1 ? Short.BYTES : Integer.BYTES;
    int length = littleEndian(in.readNBytes(lengthBytes));
    if (length < 0 || length > LONGEST_HEADER) {
      throw new IllegalArgumentException("its header would have " + length + " bytes");
    }
    ArrayHeader header = ArrayHeader.parse(new String(in.readNBytes(length), UTF_8));
    int start = MAGIC.length() + 2 + lengthBytes + length;
    long bytes = Math.multiplyExact(header.place().reach(), header.type().bytes());
    if (entry.getSize() < start + bytes) {
      throw new IllegalArgumentException("it has too few bytes for " + header.shape());
    }
    return new Entry(header, start);
  }

  private static int littleEndian(byte... bytes) {
    int value = 0;
    for (int i = 0; i < bytes.length; i++) {
      value |= (bytes[i] & 0xFF) << (i * Byte.SIZE);
    }
    return value;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public TensorInfo info(String name) throws IOException {
    ArrayHeader header = entry(name).header();
    return new TensorInfo(name, header.type(), header.shape());
  }

  @Override
  public ByteBuffer data(String name) throws IOException {
    Entry entry = entry(name);
    long bytes = info(name).bytes();
    ByteBuffer whole = ZipEntries.read(zip, name + ENDING, entry.start() + bytes);
    ByteBuffer run = whole.position(entry.start()).order(ByteOrder.LITTLE_ENDIAN);
    return entry.header().place().in(run, entry.header().type().bytes());
  }

  private Entry entry(String name) throws NumpyException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new NumpyException(file, "no array '" + name + "'");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
