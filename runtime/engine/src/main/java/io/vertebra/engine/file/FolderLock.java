package io.vertebra.engine.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps a folder for one owner at a time, among all processes of a machine. The system takes a lock
 * from a process that ends, however it ends; the empty file that stands for it stays.
 */
public final class FolderLock implements AutoCloseable {
  /** The name of the file that stands for the lock. */
  public static final String FILE = ".lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder. On a file system that knows no locks everybody gets it.
   *
   * @param folder the folder, which exists
   * @return the lock, closed by the caller; empty where another one has it
   * @throws IOException if the folder cannot be written to
   */
  public static Optional<FolderLock> take(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve(FILE), CREATE, WRITE);
    if (isTaken(channel)) {
      return Optional.of(new FolderLock(channel));
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isTaken(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This process has it already.
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Gives the folder back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
