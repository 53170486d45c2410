package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.nio.file.Path;
import java.util.List;

/** The config of the network that a file of weights belongs to. */
final class CheckpointConfig {
  private CheckpointConfig() {}

  /**
   * Reads it.
   *
   * @param checkpoint the file
   * @param config the config that the user names, or null for that in the file
   * @param overrides changes to it
   * @return the config
   * @throws UserException if there is none
   */
  static MappingNode of(Checkpoint checkpoint, Path config, List<String> overrides) {
    ConfigLoader loader = new ConfigLoader();
    if (config != null) {
      return loader.load(config, overrides);
    }
    if (!checkpoint.info().hasConfig()) {
      throw new UserException(
          checkpoint.file() + " has no config inside: give that of its network with --config");
    }
    return loader.loadText(checkpoint.file(), checkpoint.info().config(), overrides);
  }
}
