package io.vertebra.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command before the name of a command. */
@Command(
    name = "vertebra",
    description = "Trains, tests and uses image classifiers that are made of plugins.",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:a fault of Vertebra or a plugin",
      "2:something to put right: arguments, config, files, device",
      "130:stopped by Ctrl-C"
    },
    footer = {
      "",
      "Examples:",
      "  vertebra train configs/quickstart.yaml",
      "  vertebra test configs/quickstart.yaml work_dirs/quickstart/epoch_10.safetensors",
      "  vertebra predict work_dirs/quickstart/epoch_10.safetensors photos/ --out labels.csv",
      "  vertebra plugins",
      "",
      "'vertebra COMMAND --help' tells more of each."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean verbose;

  boolean verbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw missing(spec);
  }

  /** Tells the version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"vertebra " + Installation.version()};
    }
  }

  /** Says that the name of a command is missing. */
  static ParameterException missing(CommandSpec spec) {
    return new ParameterException(
        spec.commandLine(),
        "a command is missing: one of "
            + String.join(", ", spec.commandLine().getSubcommands().keySet()));
  }
}
