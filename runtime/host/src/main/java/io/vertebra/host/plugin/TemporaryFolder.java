package io.vertebra.host.plugin;

import io.vertebra.engine.file.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that is deleted when it is closed. What a killed process left is deleted by the next one
 * that makes such a folder at the same place: its lock is free then.
 *
 * @param path the folder
 * @param lock what says that the folder is in use, owned by this
 */
record TemporaryFolder(Path path, FolderLock lock) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
  private static final String PREFIX = "vertebra-host-";

  /**
   * Makes a folder, and deletes abandoned ones.
   *
   * @param parent where
   * @return the folder, closed by the caller
   * @throws IOException if it cannot be made
   */
  static TemporaryFolder in(Path parent) throws IOException {
    // Looking at a lock of this process' own would give it away.
    String own = PREFIX + ProcessHandle.current().pid() + "-";
    deleteAbandoned(parent, own);
    Optional<FolderLock> lock = Optional.empty();
    Path path = parent;
    while (lock.isEmpty()) {
      // Another process may take a folder without a lock for an abandoned one.
      path = Files.createTempDirectory(parent, own);
      lock = FolderLock.take(path);
    }
    return new TemporaryFolder(path, lock.orElseThrow());
  }

  private static void deleteAbandoned(Path parent, String own) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (!folder.getFileName().toString().startsWith(own)) {
          deleteWhereFree(folder);
        }
      }
    } catch (IOException e) {
      LOG.debug("{} is not searched for abandoned folders: {}", parent, e.toString());
    }
  }

  private static void deleteWhereFree(Path folder) {
    if (Files.notExists(folder.resolve(FolderLock.FILE))) {
      return;
    }
    try {
      Optional<FolderLock> lock = FolderLock.take(folder);
      if (lock.isPresent()) {
        new TemporaryFolder(folder, lock.get()).close();
      }
    } catch (IOException e) {
      LOG.debug("the folder {} is another user's: {}", folder, e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    try (lock;
        Stream<Path> paths = Files.walk(path)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
