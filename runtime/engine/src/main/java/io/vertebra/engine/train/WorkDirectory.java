package io.vertebra.engine.train;

import com.google.gson.GsonBuilder;
import io.vertebra.engine.file.AtomicFile;
import io.vertebra.engine.file.FolderLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The folder of a run: checkpoints in it, and for each start a folder with logs, the resolved
 * config and a record of the environment. One run at a time writes there: two would take each
 * other's checkpoints for their own.
 *
 * @param path the folder
 * @param start the folder of this start
 * @param lock what keeps other runs out, owned by this
 */
record WorkDirectory(Path path, Path start, FolderLock lock) implements AutoCloseable {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss_SSS");

  /**
   * Makes the folders.
   *
   * @param path the folder
   * @return the folder, closed by the caller at the end of the run
   * @throws IOException if it cannot be written to, or another run writes there
   */
  static WorkDirectory create(Path path) throws IOException {
    try {
      Files.createDirectories(path);
      FolderLock lock = FolderLock.take(path).orElseThrow(() -> inUse(path));
      return new WorkDirectory(path, newStart(path, lock), lock);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new IOException(
          "cannot create the work directory "
              + path
              + ": "
              + reason
              + "; choose another one with --work-dir",
          e);
    }
  }

  private static IOException inUse(Path path) {
    return new IOException(
        "another run writes to the work directory "
            + path
            + "; wait for its end, or choose another one with --work-dir");
  }

  private static Path newStart(Path path, FolderLock lock) throws IOException {
    try {
      String name = LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  void record(String configText, Map<String, Object> environment) throws IOException {
    write("config.yaml", configText);
    write(
        "environment.json",
        new GsonBuilder().setPrettyPrinting().create().toJson(environment) + "\n");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private void write(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(start.resolve(name), out -> out.write(ByteBuffer.wrap(bytes)));
  }
}
