package io.vertebra.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together. */
final class Commands {
  private Commands() {}

  /** The whole command line. */
  static CommandLine of(Terminal terminal, Installation installation) {
    Sessions sessions = new Sessions(installation);
    CommandLine config = new CommandLine(new ConfigCommand());
    config.addSubcommand(new ConfigPrintCommand(terminal));
    config.addSubcommand(new ConfigCheckCommand(terminal, sessions));
    config.addSubcommand(new ConfigExplainCommand(terminal));
    config.addSubcommand(new ConfigDiffCommand(terminal));
    config.addSubcommand(new ConfigNewCommand(terminal, sessions));
    config.addSubcommand(new ConfigSchemaCommand(terminal, sessions));
    CommandLine plugins = new CommandLine(new PluginsCommand(terminal, sessions));
    plugins.addSubcommand(new PluginsShowCommand(terminal, sessions));
    CommandLine bench = new CommandLine(new BenchCommand());
    bench.addSubcommand(new BenchTrainCommand(terminal, sessions));
    bench.addSubcommand(new BenchDataCommand(terminal, sessions));
    CommandLine data = new CommandLine(new DataCommand());
    data.addSubcommand(new DataCheckCommand(terminal, sessions));
    data.addSubcommand(new DataFetchCommand(terminal));
    CommandLine log = new CommandLine(new LogCommand());
    log.addSubcommand(new LogPlotCommand(terminal));
    log.addSubcommand(new LogCompareCommand(terminal));
    CommandLine checkpoint = new CommandLine(new CheckpointCommand());
    checkpoint.addSubcommand(new CheckpointShowCommand(terminal));
    checkpoint.addSubcommand(new CheckpointConvertCommand(terminal, sessions));
    checkpoint.addSubcommand(new CheckpointDiffCommand(terminal));
    checkpoint.addSubcommand(new CheckpointMergeCommand(terminal, sessions));
    checkpoint.addSubcommand(new CheckpointPublishCommand(terminal));
    CommandLine zoo = new CommandLine(new ZooCommand());
    zoo.addSubcommand(new ZooListCommand(terminal, installation));
    zoo.addSubcommand(new ZooShowCommand(terminal, installation));
    zoo.addSubcommand(new ZooDownloadCommand(terminal, installation));
    RootCommand root = new RootCommand();
    CommandLine all = new CommandLine(root);
    all.addSubcommand(new TrainCommand(terminal, sessions));
    all.addSubcommand(new TestCommand(terminal, sessions));
    all.addSubcommand(new EvalCommand(terminal, sessions));
    all.addSubcommand(new PredictCommand(terminal, sessions));
    all.addSubcommand(new ForwardCommand(terminal, sessions));
    all.addSubcommand(new ComplexityCommand(terminal, sessions));
    all.addSubcommand(checkpoint);
    all.addSubcommand(zoo);
    all.addSubcommand(new TransformCommand(sessions));
    all.addSubcommand(new BrowseCommand(terminal, sessions));
    all.addSubcommand(new ScheduleCommand(terminal, sessions));
    all.addSubcommand(log);
    all.addSubcommand(bench);
    all.addSubcommand(data);
    all.addSubcommand(plugins);
    all.addSubcommand(config);
    all.addSubcommand(new DoctorCommand(terminal, sessions));
    ErrorReport errors = new ErrorReport(terminal);
    return all.setOut(terminal.out())
        .setErr(terminal.err())
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((e, args) -> wrongArguments(e, terminal))
        .setExecutionExceptionHandler((e, command, parsed) -> errors.report(e, root.verbose()));
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
