package io.vertebra.cli;

import io.vertebra.registry.config.ConfigDiff;
import io.vertebra.registry.config.ConfigLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares two configs. */
@Command(
    name = "diff",
    description = "Prints the values in which two merged configs differ; nothing where none does.",
    mixinStandardHelpOptions = true)
final class ConfigDiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "LEFT", description = "A .yaml or .json file.")
  private Path left;

  @Parameters(index = "1", paramLabel = "RIGHT", description = "A .yaml or .json file.")
  private Path right;

  ConfigDiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ConfigLoader loader = new ConfigLoader();
    ConfigDiff.of(loader.load(left, List.of()), loader.load(right, List.of()))
        .forEach(difference -> terminal.out().println(difference));
    return 0;
  }
}
