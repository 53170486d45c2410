package io.vertebra.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkpoint that is to be written. Its texts are made, its arrays must stay as they are until it
 * is written.
 */
public final class CheckpointDraft {
  private final Map<String, String> texts;
  private final List<SafetensorsWriter.Tensor> tensors;

  private CheckpointDraft(Map<String, String> texts, List<SafetensorsWriter.Tensor> tensors) {
    this.texts = Map.copyOf(texts);
    this.tensors = List.copyOf(tensors);
  }

  /**
   * Makes a checkpoint ready to be written, by another thread too.
   *
   * @param info what it says beside its tensors; may change afterwards
   * @param weights the state dict; stays with the caller, who keeps it until all is written
   * @param training other arrays of the run, by names with a slash; likewise
   * @param files how arrays become bytes
   * @return the draft
   */
  public static CheckpointDraft of(
      CheckpointInfo info,
      Map<String, NDArray> weights,
      Map<String, NDArray> training,
      TensorFiles files) {
    List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
    weights.forEach((name, array) -> tensors.add(files.tensor(name, array)));
    training.forEach((name, array) -> tensors.add(files.tensor(name, array)));
    return new CheckpointDraft(CheckpointText.metadata(info), tensors);
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
