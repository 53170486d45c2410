package io.vertebra.cli;

import io.vertebra.registry.config.ConfigExplanation;
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

  @Mixin private ConfigFile config;

  @Parameters(
      index = "1",
      paramLabel = "KEY",
      description = "Which value, for example model.backbone.depth.")
  private String key;

  ConfigExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(ConfigExplanation.of(config.load(), key));
    terminal.out().flush();
    return 0;
  }
}
