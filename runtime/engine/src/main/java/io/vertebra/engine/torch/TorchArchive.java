package io.vertebra.engine.torch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the archive form of a TorchScript module that has functions and no tensors.
 *
 * <p>The form is the one that {@code torch.jit.save} writes: a zip file of stored entries, each
 * starting at a multiple of 64 bytes, with the source text of one class and the pickled state of
 * one object of it.
 */
final class TorchArchive {
  /** The first operator version (torch 1.11) after which no operator that is used here changed. */
  private static final String OPERATOR_VERSION = "10\n";

  private static final String ROOT = "module/";
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER = 30;
  private static final int EXTRA_HEADER = 4;
  private static final short PADDING_ID = 0x4246;
  // The first moment of 1980 would make Java add a time field of its own behind the padding.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  private TorchArchive() {}

  /**
   * Returns the archive of a module.
   *
   * @param className the name of the class, a Python identifier
   * @param source methods in TorchScript, unindented, each with {@code self} as first parameter
   * @return the bytes of the zip file
   */
  static byte[] of(String className, String source) {
    TorchArchive archive = new TorchArchive();
    try {
      archive.add("data.pkl", pickledObject(className));
      archive.add("code/__torch__.py", classText(className, source).getBytes(UTF_8));
      archive.add("constants.pkl", pickledEmptyTuple());
      archive.add("version", OPERATOR_VERSION.getBytes(UTF_8));
      archive.zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException("writing an archive to memory failed", e);
    }
    return archive.bytes.toByteArray();
  }

  private void add(String name, byte[] content) throws IOException {
    zip.flush();
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum(content));
    entry.setTimeLocal(TIME);
    entry.setExtra(padding(bytes.size() + LOCAL_HEADER + entry.getName().length()));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Returns an extra field after which the content starts at a multiple of the alignment. */
  private static byte[] padding(int start) {
    int length = Math.floorMod(-(start + EXTRA_HEADER), ALIGNMENT);
    return ByteBuffer.allocate(EXTRA_HEADER + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(PADDING_ID)
        .putShort((short) length)
        .array();
  }

  private static long checksum(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  private static String classText(String className, String source) {
    String header =
        """
        class %s(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
        """
            .formatted(className);
    return header
        + source.lines().map(line -> "  " + line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Returns the pickle (protocol 2) of an object whose only attribute is training = False. */
  private static byte[] pickledObject(String className) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x80, 2, 'c'});
    out.writeBytes(("__torch__\n" + className + "\n").getBytes(UTF_8));
    out.writeBytes(new byte[] {')', (byte) 0x81, '}', '('});
    byte[] key = "training".getBytes(UTF_8);
    out.writeBytes(new byte[] {'X', (byte) key.length, 0, 0, 0});
    out.writeBytes(key);
    out.writeBytes(new byte[] {(byte) 0x89, 'u', 'b', '.'});
    return out.toByteArray();
  }

  private static byte[] pickledEmptyTuple() {
    return new byte[] {(byte) 0x80, 2, ')', '.'};
  }
}
