package io.vertebra.engine.checkpoint;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.PretrainedWeights;
import io.vertebra.engine.safetensors.SafetensorsReader;
import io.vertebra.engine.safetensors.TensorFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Weights that a network starts from: those arrays of a safetensors file that the network has too,
 * under the names of its state dict and a prefix. The file need not be a checkpoint of Vertebra.
 */
public final class PretrainedFile {
  private static final int MOST_SHOWN = 4;

  private final TensorFiles files;

  /**
   * Makes a loader.
   *
   * @param files how bytes become arrays
   */
  public PretrainedFile(TensorFiles files) {
    this.files = requireNonNull(files, "files is null");
  }

  /**
   * Overwrites those arrays of a network that the file has. What the file lacks stays as it is.
   *
   * @param weights the file, and what its names start with
   * @param arrays the state dict of the network
   * @return what was loaded, and what is only in the file or only in the network, for people
   * @throws CheckpointException if the file is missing, damaged, has nothing of the network, or has
   *     an array of another shape
   * @throws IOException if the file cannot be read
   */
  public String load(PretrainedWeights weights, Map<String, NDArray> arrays) throws IOException {
    try (SafetensorsReader reader = Checkpoint.openReader(fileOf(weights))) {
      String prefix = dotted(weights.prefix());
      List<String> offered =
          reader.names().stream()
              .filter(name -> !name.contains("/") && name.startsWith(prefix))
              .toList();
      Map<String, NDArray> wanted = new LinkedHashMap<>();
      arrays.forEach((name, array) -> wanted.put(prefix + name, array));
      StateDictDifference difference = StateDictDifference.of(wanted, offered, reader);
      List<String> common = offered.stream().filter(wanted::containsKey).toList();
      refuseOtherNetwork(weights, difference, common, wanted, reader);
      for (String name : common) {
        files.load(reader, name, wanted.get(name));
      }
      String loaded =
          "%d of %d arrays come from %s"
              .formatted(common.size(), wanted.size(), weights.checkpoint());
      return difference.isEmpty() ? loaded : loaded + ":\n" + difference;
    }
  }

  private static Path fileOf(PretrainedWeights weights) throws CheckpointException {
    String name = weights.checkpoint();
    if (name.isEmpty()) {
      throw new CheckpointException("`checkpoint` is empty: give the path of a safetensors file");
    }
    if (name.contains("://")) {
      throw new CheckpointException(
          name + " is an address, but weights are read from files: fetch it and give its path");
    }
    if (name.endsWith(".pth") || name.endsWith(".pt")) {
      throw new CheckpointException(
          name
              + " is a pickle of Python, but weights are read from safetensors files: write its"
              + " state dict with safetensors.torch.save_file");
    }
    return Path.of(name);
  }

  private static String dotted(String prefix) {
    return prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
  }

  private static void refuseOtherNetwork(
      PretrainedWeights weights,
      StateDictDifference difference,
      List<String> common,
      Map<String, NDArray> wanted,
      SafetensorsReader reader)
      throws CheckpointException {
    if (common.isEmpty()) {
      throw new CheckpointException(
          "%s has no weights of this network: its names are %s; those of the network, with `prefix: \"%s\"`, are %s"
              .formatted(
                  weights.checkpoint(),
                  some(reader.names()),
                  weights.prefix(),
                  some(wanted.keySet())));
    }
    if (!difference.mismatched().isEmpty()) {
      throw new CheckpointException(
          weights.checkpoint()
              + " has weights of another network. To start from a part of it, such as the backbone"
              + " under a head for other classes, give `init_cfg` to that part alone, with its"
              + " `prefix`:\n"
              + difference);
    }
  }

  private static String some(Set<String> names) {
    String shown = names.stream().sorted().limit(MOST_SHOWN).collect(Collectors.joining(", "));
    return names.size() > MOST_SHOWN ? shown + ", ..." : shown;
  }
}
