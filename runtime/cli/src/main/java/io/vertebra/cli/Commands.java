package io.vertebra.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together. */
final class Commands {
  private final Terminal terminal;
  private final Installation installation;
  private final Sessions sessions;

  private Commands(Terminal terminal, Installation installation) {
    this.terminal = terminal;
    this.installation = installation;
    this.sessions = new Sessions(installation);
  }

  /** The whole command line. */
  static CommandLine of(Terminal terminal, Installation installation) {
    RootCommand root = new RootCommand();
    ErrorReport errors = new ErrorReport(terminal);
    return new Commands(terminal, installation)
        .all(root)
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((e, args) -> wrongArguments(e, terminal))
        .setExecutionExceptionHandler((e, command, parsed) -> errors.report(e, root.verbose()));
  }

  private CommandLine all(RootCommand root) {
    return group(
        root,
        new TrainCommand(terminal, sessions),
        new TestCommand(terminal, sessions),
        new EvalCommand(terminal, sessions),
        new PredictCommand(terminal, sessions),
        new ForwardCommand(terminal, sessions),
        new ComplexityCommand(terminal, sessions),
        checkpoint(),
        zoo(),
        new TransformCommand(sessions),
        new BrowseCommand(terminal, sessions),
        new ScheduleCommand(terminal, sessions),
        group(new LogCommand(), new LogPlotCommand(terminal), new LogCompareCommand(terminal)),
        bench(),
        data(),
        group(new PluginsCommand(terminal, sessions), new PluginsShowCommand(terminal, sessions)),
        config(),
        new DoctorCommand(terminal, sessions));
  }

  private CommandLine checkpoint() {
    return group(
        new CheckpointCommand(),
        new CheckpointShowCommand(terminal),
        new CheckpointConvertCommand(terminal, sessions),
        new CheckpointDiffCommand(terminal),
        new CheckpointMergeCommand(terminal, sessions),
        new CheckpointPublishCommand(terminal));
  }

  private CommandLine zoo() {
    return group(
        new ZooCommand(),
        new ZooListCommand(terminal, installation),
        new ZooShowCommand(terminal, installation),
        new ZooDownloadCommand(terminal, installation));
  }

  private CommandLine bench() {
    return group(
        new BenchCommand(),
        new BenchTrainCommand(terminal, sessions),
        new BenchDataCommand(terminal, sessions));
  }

  private CommandLine data() {
    return group(
        new DataCommand(),
        new DataCheckCommand(terminal, sessions),
        new DataFetchCommand(terminal));
  }

  private CommandLine config() {
    return group(
        new ConfigCommand(),
        new ConfigPrintCommand(terminal),
        new ConfigCheckCommand(terminal, sessions),
        new ConfigExplainCommand(terminal),
        new ConfigDiffCommand(terminal),
        new ConfigNewCommand(terminal, sessions),
        new ConfigSchemaCommand(terminal, sessions));
  }

  private static CommandLine group(Object command, Object... subcommands) {
    CommandLine group = new CommandLine(command);
    for (Object subcommand : subcommands) {
      group.addSubcommand(subcommand);
    }
    return group;
  }

  private static int wrongArguments(ParameterException e, Terminal terminal) {
    CommandLine command = e.getCommandLine();
    terminal.err().println("vertebra: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, terminal.err());
    terminal
        .err()
        .println(
            "See '" + command.getCommandSpec().qualifiedName() + " --help' for what there is.");
    return CommandLine.ExitCode.USAGE;
  }
}
