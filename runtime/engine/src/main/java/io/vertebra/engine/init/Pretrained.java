package io.vertebra.engine.init;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.PretrainedWeights;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.PretrainedFile;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of weights for a network within a model.
 *
 * @param path what the names of the network start with in the state dict of the model; empty for
 *     the model
 * @param origin where the config names the network
 * @param weights the file
 */
public record Pretrained(String path, Origin origin, PretrainedWeights weights) {
  /**
   * Loads the weights.
   *
   * @param state the arrays of the model
   * @param files how bytes become arrays
   * @return what was loaded and what was not, for people
   * @throws ConfigException if the file is missing, damaged or of another network
   * @throws IOException if the file cannot be read
   */
  public String load(ModelState state, TensorFiles files) throws IOException {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    state
        .stateDict()
        .forEach(
            (name, array) -> {
              if (name.startsWith(path)) {
                arrays.put(name.substring(path.length()), array);
              }
            });
    try {
      return "model"
          + (path.isEmpty() ? "" : "." + path.substring(0, path.length() - 1))
          + ": "
          + new PretrainedFile(files).load(weights, arrays);
    } catch (CheckpointException e) {
      throw new ConfigException(List.of(ConfigProblem.of(origin, e.getMessage())));
    }
  }
}
