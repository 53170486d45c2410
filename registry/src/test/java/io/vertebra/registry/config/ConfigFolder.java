package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of config files and an environment to load them in. */
final class ConfigFolder {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  ConfigFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes a file; the lines are joined by line ends. */
  ConfigFolder write(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfigFolder set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  MappingNode load(String name, String... overrides) {
    return new ConfigLoader(environment::get).load(folder.resolve(name), List.of(overrides));
  }

  /** Loads a file and returns its values as Java collections print them. */
  String values(String name, String... overrides) {
    return load(name, overrides).toObject().toString();
  }

  /** Returns the message of the failure to load a file, with names relative to the folder. */
  String failure(String name, String... overrides) {
    ConfigException thrown =
        catchThrowableOfType(ConfigException.class, () -> load(name, overrides));
    return thrown == null ? "no failure" : thrown.getMessage().replace(folder + "/", "");
  }
}
