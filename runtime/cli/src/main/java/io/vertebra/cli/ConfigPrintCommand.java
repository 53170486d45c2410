package io.vertebra.cli;

import io.vertebra.registry.config.ConfigWriter;
import io.vertebra.registry.config.MappingNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a merged config. */
@Command(
    name = "print",
    description = "Prints a config with its bases and options merged, and nothing else.",
    mixinStandardHelpOptions = true)
final class ConfigPrintCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private ConfigFile config;

  @Option(
      names = "--format",
      defaultValue = "yaml",
      paramLabel = "FORMAT",
      description = "yaml or json (default: ${DEFAULT-VALUE}).")
  private String format = "yaml";

  @Option(names = "--origin", description = "Say in comments where each value is from; YAML only.")
  private boolean origin;

  ConfigPrintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    checkOptions();
    MappingNode tree = config.load();
    terminal.out().print(text(tree));
    terminal.out().flush();
    return 0;
  }

  private void checkOptions() {
    if (!format.equals("yaml") && !format.equals("json")) {
      throw new ParameterException(
          spec.commandLine(), "--format is '" + format + "', but must be yaml or json");
    }
    if (origin && format.equals("json")) {
      throw new ParameterException(
          spec.commandLine(), "--origin needs --format yaml, as JSON has no comments");
    }
  }

  private String text(MappingNode tree) {
    if (format.equals("json")) {
      return ConfigWriter.json(tree);
    }
    return origin ? ConfigWriter.yamlWithOrigins(tree) : ConfigWriter.yaml(tree);
  }
}
