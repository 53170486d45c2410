package io.vertebra.cli;

import io.vertebra.registry.config.ConfigExplanation;
import io.vertebra.registry.config.ConfigLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells where a value of a config is from. */
@Command(
    name = "explain",
    description = "Tells where a value of a config is from, and what it was written over.",
    mixinStandardHelpOptions = true)
final class ConfigExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "CONFIG", description = "A .yaml or .json file.")
  private Path config;

  @Parameters(
      index = "1",
      paramLabel = "KEY",
      description = "Which value, for example model.backbone.depth.")
  private String key;

  @Mixin private ConfigOverrides overrides;

  ConfigExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal
        .out()
        .print(ConfigExplanation.of(new ConfigLoader().load(config, overrides.values()), key));
    terminal.out().flush();
    return 0;
  }
}
