package io.vertebra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares runs. */
@Command(
    name = "compare",
    description =
        "Prints a table of runs: how long they took, the last and the best of their figures, and"
            + " the values in which their configs differ.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  vertebra log compare runs/a runs/b"})
final class LogCompareCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Work directories, or folders of logs in them.")
  private List<Path> runs;

  LogCompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Columns.print(new RunComparison(LoggedRun.read(runs)).rows(), terminal.out());
    terminal.out().flush();
    return 0;
  }
}
