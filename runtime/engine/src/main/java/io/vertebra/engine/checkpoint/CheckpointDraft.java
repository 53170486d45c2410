package io.vertebra.engine.checkpoint;

import io.vertebra.engine.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A checkpoint that is to be written. Its texts are made, its arrays must stay as they are until it
 * is written.
 */
public final class CheckpointDraft {
  private final Map<String, String> texts;
  private final List<SafetensorsWriter.Tensor> tensors;

  CheckpointDraft(Map<String, String> texts, List<SafetensorsWriter.Tensor> tensors) {
    this.texts = Map.copyOf(texts);
    this.tensors = List.copyOf(tensors);
  }

  /**
   * Writes the checkpoint. A file of this name stays as it is until the new one is complete.
   *
   * @param file the file; its folder exists
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    SafetensorsWriter.write(file, texts, tensors);
  }
}
