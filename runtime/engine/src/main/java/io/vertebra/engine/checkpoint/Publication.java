package io.vertebra.engine.checkpoint;

import io.vertebra.engine.file.Checksum;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkpoint made ready for others: weights, config, classes and figures, but nothing of the
 * training, in a file with the start of its checksum in the name.
 *
 * @param file the file
 * @param sha256 its checksum, 64 hexadecimal digits
 */
public record Publication(Path file, String sha256) {
  private static final int SHOWN_DIGITS = 8;

  /**
   * Publishes a checkpoint.
   *
   * @param checkpoint the checkpoint; stays open
   * @param folder where the file is written; it exists
   * @param name what the name of the file begins with, before a dash and 8 digits of its checksum
   * @return the file
   * @throws IOException if a file cannot be read or written
   */
  public static Publication of(Checkpoint checkpoint, Path folder, String name) throws IOException {
    Path unnamed = folder.resolve(name + ".partial" + Checkpoint.ENDING);
    TensorSource tensors = checkpoint.tensors();
    List<SafetensorsWriter.Tensor> weights = new ArrayList<>();
    for (String each : tensors.names()) {
      if (!each.contains("/")) {
        weights.add(
            new SafetensorsWriter.Tensor(tensors.info(each), out -> out.write(tensors.data(each))));
      }
    }
    SafetensorsWriter.write(unnamed, metadata(checkpoint.info()), weights);
    String sha256 = Checksum.sha256(unnamed);
    Path file = folder.resolve(name + "-" + sha256.substring(0, SHOWN_DIGITS) + Checkpoint.ENDING);
    return new Publication(Files.move(unnamed, file), sha256);
  }

  private static Map<String, String> metadata(CheckpointInfo info) {
    return info.hasConfig() ? CheckpointText.metadata(info.withoutTraining()) : Map.of();
  }
}
