package io.vertebra.engine.train;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.CheckpointText;
import io.vertebra.engine.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run remembers after the validation at the position of a checkpoint. It stands in a file of
 * its own beside the checkpoint, {@code epoch_3.validated.json}.
 *
 * @param metrics the figures, by full name
 * @param training what the run remembers, see {@link TrainingSnapshot}
 */
record ValidatedState(Map<String, Double> metrics, Map<String, Object> training) {
  private static final String ENDING = ".validated.json";

  /** What is written; nothing that changes later is part of it. */
  byte[] bytes() {
    return CheckpointText.gson().toJson(this).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes what {@link #bytes} gave. */
  static void writeBeside(Path checkpoint, byte[] json) throws IOException {
    AtomicFile.write(beside(checkpoint), out -> out.write(ByteBuffer.wrap(json)));
  }

  /** Reads what stands beside a checkpoint, if there is something. */
  static Optional<ValidatedState> beside(Checkpoint checkpoint) throws IOException {
    Path file = beside(checkpoint.file());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Gson gson = CheckpointText.gson();
    try {
      return Optional.of(
          gson.fromJson(Files.readString(file, StandardCharsets.UTF_8), ValidatedState.class));
    } catch (JsonParseException e) {
      throw new CheckpointException(
          file + " is damaged; delete it to validate " + checkpoint.file() + " again", e);
    }
  }

  static void delete(Path checkpoint) throws IOException {
    Files.deleteIfExists(beside(checkpoint));
  }

  private static Path beside(Path checkpoint) {
    String name = checkpoint.getFileName().toString();
    String stem = name.substring(0, name.length() - Checkpoint.ENDING.length());
    return checkpoint.resolveSibling(stem + ENDING);
  }
}
