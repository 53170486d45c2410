package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that gives the config of the network that a file of weights belongs to. */
final class CheckpointConfig {
  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "The config of the network, where the file has none inside.")
  private Path config;

  /**
   * Reads the config of a file of weights.
   *
   * @param checkpoint the file
   * @return the config that the user names, or else that in the file
   * @throws UserException if there is none
   */
  MappingNode of(Checkpoint checkpoint) {
    ConfigLoader loader = new ConfigLoader();
    if (config != null) {
      return loader.load(config, List.of());
    }
    if (!checkpoint.info().hasConfig()) {
      throw new UserException(
          checkpoint.file() + " has no config inside: give that of its network with --config");
    }
    return loader.loadText(checkpoint.file(), checkpoint.info().config(), List.of());
  }
}
