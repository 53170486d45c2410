package io.vertebra.cli;

import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a config against the plugins. */
@Command(
    name = "check",
    description = "Checks types, keys and values of a config against the plugins, without data.",
    mixinStandardHelpOptions = true)
final class ConfigCheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Parameters(paramLabel = "CONFIG", description = "A .yaml or .json file.")
  private Path config;

  @Mixin private ConfigOverrides overrides;

  ConfigCheckCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    MappingNode tree = new ConfigLoader().load(config, overrides.values());
    try (Vertebra vertebra = sessions.open("auto")) {
      vertebra.experiment(tree).close();
    }
    terminal.out().println(config + ": all is well");
    return 0;
  }
}
