package io.vertebra.cli;

import io.vertebra.engine.file.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Checks and writes the files that a user names. */
final class OutputFiles {
  private static final int BUFFER = 1 << 16;

  private OutputFiles() {}

  /** What is written into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * Checks, before work begins, that a file can be written at its end.
   *
   * @param file the file, or null where none was named
   * @param endings what its name may end with
   */
  static void check(Path file, String... endings) {
    if (file == null) {
      return;
    }
    if (List.of(endings).stream().noneMatch(file.toString()::endsWith)) {
      throw new UserException(
          "'%s' is no file to write: its name has to end with %s"
              .formatted(file, String.join(" or ", endings)));
    }
    if (Files.isDirectory(file)) {
      throw new UserException("'" + file + "' is a folder, and not a file to write");
    }
  }

  /** Writes a file in UTF-8, whole or not at all, in a folder that is made if need be. */
  static void write(Path file, Content content) throws IOException {
    createFolder(file);
    AtomicFile.write(
        file,
        channel -> {
          Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), BUFFER);
          content.writeTo(writer);
          writer.flush();
        });
  }

  /** Makes the folder of a file, if need be. */
  static void createFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (NoSuchFileException e) {
      throw new IOException("the folder '" + folder + "' cannot be made", e);
    }
  }
}
