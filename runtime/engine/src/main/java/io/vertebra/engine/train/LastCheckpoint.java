package io.vertebra.engine.train;

import io.vertebra.engine.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file {@code last_checkpoint} of a work directory, which names the newest checkpoint in it.
 */
public final class LastCheckpoint {
  private static final String NAME = "last_checkpoint";

  private LastCheckpoint() {}

  /**
   * Finds the newest checkpoint of a work directory. The folder may have been moved since.
   *
   * @param folder the work directory
   * @return the checkpoint; empty where none was saved, or the last one is there no more
   * @throws IOException if the file that names it cannot be read
   */
  public static Optional<Path> in(Path folder) throws IOException {
    try {
      String named = Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8).strip();
      return Optional.of(folder.resolve(Path.of(named).getFileName())).filter(Files::isRegularFile);
    } catch (NoSuchFileException | InvalidPathException e) {
      // None was saved yet, or the file was not written by a run.
      return Optional.empty();
    }
  }

  /** Names a checkpoint as the newest one of its folder. */
  static void write(Path checkpoint) throws IOException {
    byte[] name = checkpoint.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(checkpoint.resolveSibling(NAME), out -> out.write(ByteBuffer.wrap(name)));
  }
}
