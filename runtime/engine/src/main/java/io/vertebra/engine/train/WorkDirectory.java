package io.vertebra.engine.train;

import com.google.gson.GsonBuilder;
import io.vertebra.engine.file.AtomicFile;
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
 * config and a record of the environment.
 *
 * @param path the folder
 * @param start the folder of this start
 */
record WorkDirectory(Path path, Path start) {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss_SSS");

  /** Makes the folders. */
  static WorkDirectory create(Path path) throws IOException {
    Path start = path.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(NAME));
    try {
      Files.createDirectories(start);
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
    return new WorkDirectory(path, start);
  }

  void record(String configText, Map<String, Object> environment) throws IOException {
    write("config.yaml", configText);
    write(
        "environment.json",
        new GsonBuilder().setPrettyPrinting().create().toJson(environment) + "\n");
  }

  private void write(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(start.resolve(name), out -> out.write(ByteBuffer.wrap(bytes)));
  }
}
