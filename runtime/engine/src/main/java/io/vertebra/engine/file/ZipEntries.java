package io.vertebra.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads entries of zip files into memory outside the heap, never more than was asked for. */
public final class ZipEntries {
  /** No compressed byte of a zip file becomes more than so many. */
  private static final long HIGHEST_RATIO = 1032;

  private ZipEntries() {}

  /**
   * Reads the front of an entry.
   *
   * @param zip the file; stays open
   * @param name the name of the entry
   * @param length how many bytes
   * @return a direct buffer of so many bytes
   * @throws IOException if there is no such entry, it is shorter, or it would have 2 GiB or more
   */
  public static ByteBuffer read(ZipFile zip, String name, long length) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " has no entry '" + name + "': it is damaged");
    }
    long possible = HIGHEST_RATIO * Math.min(entry.getCompressedSize(), size(zip));
    if (Math.min(entry.getSize(), possible) < length || length > Integer.MAX_VALUE) {
      throw new IOException(
          "%s: the entry '%s' has %d bytes, of which %d are needed and at most %d can be read"
              .formatted(zip.getName(), name, entry.getSize(), length, Integer.MAX_VALUE));
    }
    try (InputStream in = zip.getInputStream(entry);
        ReadableByteChannel channel = Channels.newChannel(in)) {
      return read(channel, (int) length, zip.getName() + ": the entry '" + name + "'");
    }
  }

  private static long size(ZipFile zip) throws IOException {
    return Files.size(Path.of(zip.getName()));
  }

  private static ByteBuffer read(ReadableByteChannel channel, int length, String what)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new IOException(
            what + " ends after " + bytes.position() + " of " + length + " bytes");
      }
    }
    return bytes.flip();
  }
}
