package io.vertebra.cli;

import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The parameter that names a config, and the option that changes values of it. */
final class ConfigFile {
  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "The config, a .yaml or .json file.")
  private Path path;

  @Mixin private ConfigOverrides overrides;

  Path path() {
    return path;
  }

  List<String> overrides() {
    return overrides.values();
  }

  /** Reads the config with the changes that the user asks for. */
  MappingNode load() {
    return load(overrides());
  }

  /** Reads the config with other changes. */
  MappingNode load(List<String> changes) {
    return new ConfigLoader().load(path, changes);
  }
}
