package io.vertebra.engine.init;

import io.vertebra.api.model.PretrainedWeights;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.PretrainedFile;
import io.vertebra.engine.checkpoint.WeightLoader;
import io.vertebra.engine.checkpoint.WeightTarget;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import java.io.IOException;
import java.util.List;

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
   * @param model the whole model
   * @param loader carries it out
   * @return what was loaded and what was not, for people
   * @throws ConfigException if the file is missing, damaged or of another network
   * @throws IOException if the file cannot be read
   */
  public String load(WeightTarget model, WeightLoader loader) throws IOException {
    try {
      return "model"
          + (path.isEmpty() ? "" : "." + path.substring(0, path.length() - 1))
          + ": "
          + new PretrainedFile(loader).load(weights, model.part(path));
    } catch (CheckpointException e) {
      throw new ConfigException(List.of(ConfigProblem.of(origin, e.getMessage())));
    }
  }
}
