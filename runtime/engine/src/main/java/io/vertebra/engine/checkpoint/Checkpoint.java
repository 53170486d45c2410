package io.vertebra.engine.checkpoint;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An open checkpoint. Weights stand in the file under the names of the state dict; other arrays of
 * a run have names with a slash, which no state dict has: what the optimizer remembers stands under
 * {@code optimizer/SLOT/NAME}.
 */
public final class Checkpoint implements AutoCloseable {
  /** The ending of checkpoint files. */
  public static final String ENDING = ".safetensors";

  private static final String SEPARATOR = "/";

  private final Path file;
  private final TensorSource tensors;
  private final CheckpointInfo info;

  private Checkpoint(Path file, TensorSource tensors, CheckpointInfo info) {
    this.file = file;
    this.tensors = tensors;
    this.info = info;
  }

  /**
   * Opens a checkpoint of Vertebra.
   *
   * @param file the file
   * @return the checkpoint, to be closed by the caller
   * @throws CheckpointException if it is missing, damaged, or no checkpoint of Vertebra
   * @throws IOException if it cannot be read
   */
  public static Checkpoint open(Path file) throws IOException {
    Checkpoint checkpoint = openWeights(file);
    if (!checkpoint.info.hasConfig()) {
      checkpoint.close();
      throw new CheckpointException(
          file + " holds tensors, but was not written by Vertebra: it has no config inside");
    }
    return checkpoint;
  }

  /**
   * Opens weights: a checkpoint of Vertebra, or a file that another library wrote as safetensors,
   * by {@code torch.save} or as .npz.
   *
   * @param file the file
   * @return the checkpoint, to be closed by the caller; if another library wrote it, its
   *     description has no config, and class names where the file tells them
   * @throws CheckpointException if it is missing, damaged, or holds more than tensors and
   *     containers
   * @throws IOException if it cannot be read
   */
  public static Checkpoint openWeights(Path file) throws IOException {
    TensorSource tensors = WeightFiles.open(requireNonNull(file, "file is null"));
    try {
      return new Checkpoint(file, tensors, CheckpointText.read(file, tensors));
    } catch (IOException | RuntimeException e) {
      tensors.close();
      throw e;
    }
  }

  /**
   * Writes a checkpoint. A file of this name stays as it is until the new one is complete.
   *
   * @param file the file; its folder exists
   * @param info what it says beside its tensors
   * @param weights the state dict
   * @param training other arrays of the run, by names with a slash
   * @param files how arrays become bytes
   * @throws IOException if it cannot be written
   */
  public static void write(
      Path file,
      CheckpointInfo info,
      Map<String, NDArray> weights,
      Map<String, NDArray> training,
      TensorFiles files)
      throws IOException {
    CheckpointDraft.of(info, weights, training, files).write(file);
  }

  /**
   * What the checkpoint says beside its tensors.
   *
   * @return the description
   */
  public CheckpointInfo info() {
    return info;
  }

  /**
   * Overwrites the arrays of a network with the weights.
   *
   * @param state the arrays
   * @param files how bytes become arrays
   * @throws CheckpointException if the weights are not those of this network, with every difference
   * @throws IOException if the file cannot be read
   */
  public void loadInto(ModelState state, TensorFiles files) throws IOException {
    Map<String, NDArray> arrays = state.stateDict();
    List<String> weights =
        tensors.names().stream().filter(name -> !name.contains(SEPARATOR)).toList();
    StateDictDifference difference = StateDictDifference.of(arrays, weights, tensors);
    if (!difference.isEmpty()) {
      throw new CheckpointException(
          file + " does not fit the network of the config:\n" + difference);
    }
    for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
      files.load(tensors, entry.getKey(), entry.getValue());
    }
  }

  /**
   * Overwrites the arrays of a network, by whatever names the plugins of the network know for them.
   *
   * @param target the network
   * @param policy which differences are taken for granted
   * @param loader carries it out
   * @return what became of every array
   * @throws CheckpointException if more differs than the policy allows, with every difference
   * @throws IOException if the file cannot be read
   */
  public LoadReport load(WeightTarget target, LoadPolicy policy, WeightLoader loader)
      throws IOException {
    return loader.load(new WeightLoader.Source(file.toString(), tensors, ""), target, policy);
  }

  /**
   * The tensors, the weights among them.
   *
   * @return the tensors, owned by this
   */
  public TensorSource tensors() {
    return tensors;
  }

  /**
   * Overwrites arrays of a run that are not part of the state dict.
   *
   * @param arrays the arrays, by names with a slash
   * @param files how bytes become arrays
   * @throws CheckpointException if one of them is not there, or has another shape
   * @throws IOException if the file cannot be read
   */
  public void loadTraining(Map<String, NDArray> arrays, TensorFiles files) throws IOException {
    List<String> present = tensors.names().stream().filter(arrays::containsKey).toList();
    StateDictDifference difference = StateDictDifference.of(arrays, present, tensors);
    if (!difference.isEmpty()) {
      throw new CheckpointException(
          file
              + " lacks what the optimizer or a hook of the config remembers; go on with the config"
              + " that it was written with, or start from its weights alone with load_from:\n"
              + difference);
    }
    for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
      files.load(tensors, entry.getKey(), entry.getValue());
    }
  }

  /**
   * Whether the file has an array.
   *
   * @param name its name
   * @return true if it is there
   */
  public boolean has(String name) {
    return tensors.names().contains(name);
  }

  /**
   * The file.
   *
   * @return the path that it was opened by
   */
  public Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    tensors.close();
  }
}
