package io.vertebra.cli.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Unpacks tar archives, compressed by gzip or not: folders and regular files (POSIX ustar). */
final class Unpacker {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE_OFFSET = 156;
  private static final int PREFIX_OFFSET = 345;
  private static final int PREFIX_LENGTH = 155;

  private final Path archive;
  private final Path folder;

  private Unpacker(Path archive, Path folder) {
    this.archive = archive;
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Unpacks an archive.
   *
   * @param archive the archive
   * @param folder where its files go; none goes anywhere else
   * @return how many files there are
   * @throws IOException if it is damaged, or names a file outside the folder
   */
  static int unpack(Path archive, Path folder) throws IOException {
    boolean compressed = !archive.toString().endsWith(".tar");
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        InputStream content = compressed ? new GZIPInputStream(file) : file) {
      return new Unpacker(archive, folder).unpack(content);
    } catch (EOFException e) {
      throw new IOException("'" + archive + "' is cut short", e);
    }
  }

  private int unpack(InputStream in) throws IOException {
    int files = 0;
    byte[] header = in.readNBytes(BLOCK);
    while (header.length == BLOCK && header[0] != 0) {
      Path target = target(header);
      long size = size(header);
      byte type = header[TYPE_OFFSET];
      if (type == '5') {
        Files.createDirectories(target);
      } else if (type == '0' || type == 0) {
        write(in, target, size);
        files++;
      } else {
        in.skipNBytes(size);
      }
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      header = in.readNBytes(BLOCK);
    }
    return files;
  }

  private Path target(byte... header) throws IOException {
    String prefix = text(header, PREFIX_OFFSET, PREFIX_LENGTH);
    String name = text(header, 0, NAME_LENGTH);
    Path target = folder.resolve(prefix.isEmpty() ? name : prefix + "/" + name).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("'%s' holds '%s', which is outside it".formatted(archive, name));
    }
    return target;
  }

  private long size(byte... header) throws IOException {
    String digits = text(header, SIZE_OFFSET, SIZE_LENGTH).strip();
    if (!digits.matches("[0-7]{1,12}")) {
      throw new IOException("'" + archive + "' is no tar archive, or it is damaged");
    }
    return Long.parseLong(digits, 8);
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static void write(InputStream in, Path target, long size) throws IOException {
    Files.createDirectories(target.getParent());
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(target)) {
      long left = size;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException(target + " ends before its " + size + " bytes");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}
