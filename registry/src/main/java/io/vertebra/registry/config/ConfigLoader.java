package io.vertebra.registry.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Loads configs: reads a file and the files it inherits from, merges them and applies the overrides
 * of the command line. The language is described at the package. A loader holds no state and may be
 * shared between threads.
 */
public final class ConfigLoader {
  private final Function<String, String> environment;

  /** Creates a loader that reads the environment of the process. */
  public ConfigLoader() {
    this(System::getenv);
  }

  /**
   * Creates a loader with an environment of its own.
   *
   * @param environment gives the value of an environment variable, or null if it is not set
   */
  public ConfigLoader(Function<String, String> environment) {
    this.environment = requireNonNull(environment, "environment is null");
  }

  /**
   * Loads a file that ends with {@code .yaml}, {@code .yml} or {@code .json}.
   *
   * @param file the file; its name is what messages show
   * @param overrides texts {@code key=value}, applied in order, later ones over earlier ones
   * @throws ConfigException if anything is wrong with a file or an override
   */
  public MappingNode load(Path file, List<String> overrides) {
    requireNonNull(file, "file is null");
    Problems problems = new Problems();
    SourceText source = SourceFiles.read(file, Origin.of(file.toString()), problems);
    return load(source, overrides, problems);
  }

  /**
   * Loads a text. Its bases are looked up in the folder of {@code name}.
   *
   * @param name the name of the file that the text could stand in; it need not exist
   * @param text the config, YAML, or JSON if the name ends with {@code .json}
   * @param overrides texts {@code key=value}, applied in order, later ones over earlier ones
   * @throws ConfigException if anything is wrong with the text, a base or an override
   */
  public MappingNode loadText(Path name, String text, List<String> overrides) {
    return load(new SourceText(name, text), overrides, new Problems());
  }

  private MappingNode load(SourceText source, List<String> overrides, Problems problems) {
    requireNonNull(overrides, "overrides is null");
    MappingNode merged = new BaseChain(environment, problems).load(source);
    problems.throwIfAny();
    Overrides applied = new Overrides(problems);
    MappingNode result = merged;
    for (String override : overrides) {
      result = applied.apply(result, override);
    }
    problems.throwIfAny();
    return Sizes.checked(result, problems).at(ConfigPath.ROOT);
  }
}
