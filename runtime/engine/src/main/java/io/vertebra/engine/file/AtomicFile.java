package io.vertebra.engine.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes a file so that its name stands for the whole old content or the whole new one at any
 * moment, also after a crash or on a full disk.
 *
 * <p>The content goes to a hidden file beside it, which is synced and then renamed; after a failure
 * that file is removed.
 */
public final class AtomicFile {
  /** Bytes below which a failed write is put down to the disk. */
  private static final long LITTLE_ROOM = 1_000_000;

  private AtomicFile() {}

  /** What is written into a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the whole content.
     *
     * @param out the file, which like any channel may take less than it is given at a time
     * @throws IOException if it cannot be written
     */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /**
   * Writes a file, replacing one of that name.
   *
   * @param file the file; its folder exists
   * @param content what to write
   * @throws IOException if it cannot be written; a file of that name is then as it was before
   */
  public static void write(Path file, Content content) throws IOException {
    requireNonNull(content, "content is null");
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      writeSynced(temporary, content);
      Files.move(temporary, target, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException(
          "Cannot write " + file + ": " + e.getMessage() + room(target.getParent()), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(target.getParent());
  }

  /** What is left on a disk that is all but full, with the incomplete file still on it; else "". */
  private static String room(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      return free < LITTLE_ROOM
          ? "; %d kB are free on that disk: make room there, or write to another one"
              .formatted(free / 1000)
          : "";
    } catch (IOException e) {
      // A folder that is not there has a message of its own.
      return "";
    }
  }

  private static void writeSynced(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      content.writeTo(channel);
      channel.force(true);
    }
  }

  /** Makes the rename last. Windows cannot open folders and makes renames last by itself. */
  private static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }
}
