package io.vertebra.engine.pickle;

import io.vertebra.engine.safetensors.SafetensorsWriter;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file whose entries are stored as they are, each at a multiple of 64 bytes. */
final class StoredZip implements AutoCloseable {
  /** A fixed time, so that the same tensors give the same file. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER = 30;
  private static final int FIELD_HEADER = 4;

  /** The field of a header that PyTorch fills up with. */
  private static final short PADDING = 0x4246;

  private final Counter counter;
  private final ZipOutputStream zip;

  /** Writes to a channel, which stays open. */
  StoredZip(WritableByteChannel channel) {
    this.counter = new Counter(new BufferedOutputStream(Channels.newOutputStream(channel)));
    this.zip = new ZipOutputStream(counter);
  }

  void add(String name, byte[] content) throws IOException {
    add(name, content.length, out -> out.write(ByteBuffer.wrap(content)));
  }

  void add(String name, SafetensorsWriter.Tensor tensor) throws IOException {
    add(name, tensor.info().bytes(), tensor.data());
  }

  private void add(String name, long bytes, SafetensorsWriter.Data content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(TIME);
    entry.setSize(bytes);
    entry.setCrc(checksum(content));
    entry.setExtra(padding(name));
    zip.putNextEntry(entry);
    content.writeTo(Channels.newChannel(zip));
    zip.closeEntry();
  }

  private static long checksum(SafetensorsWriter.Data content) throws IOException {
    CRC32 checksum = new CRC32();
    content.writeTo(new Checking(checksum));
    return checksum.getValue();
  }

  /** A field that moves the content of the next entry to where it should begin. */
  private byte[] padding(String name) {
    long start =
        counter.count + LOCAL_HEADER + name.getBytes(StandardCharsets.UTF_8).length + FIELD_HEADER;
    short length = (short) Math.floorMod(-start, ALIGNMENT);
    return ByteBuffer.allocate(FIELD_HEADER + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(PADDING)
        .putShort(length)
        .array();
  }

  @Override
  public void close() throws IOException {
    zip.finish();
    zip.flush();
  }

  /** Knows how much was written. */
  private static final class Counter extends FilterOutputStream {
    private long count;

    private Counter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }
  }

  /** Takes bytes for their checksum alone. */
  private record Checking(CRC32 checksum) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) {
      int length = bytes.remaining();
      checksum.update(bytes);
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
