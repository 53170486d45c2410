package io.vertebra.cli;

import io.vertebra.imaging.PictureWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the figures of runs. */
@Command(
    name = "plot",
    description =
        "Draws figures of runs over their iterations, or writes them into a table. A run that is"
            + " still going on is shown as far as it is.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra log plot work_dirs/quickstart",
      "  vertebra log plot runs/a runs/b --keys loss accuracy/top1 --out a-and-b.png",
      "  vertebra log plot runs/a --out a.csv"
    })
final class LogPlotCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Work directories, or folders of logs in them.")
  private List<Path> runs;

  @Option(
      names = "--keys",
      arity = "1..*",
      paramLabel = "NAME",
      description = "Names of figures (default: all; in a picture those that tell of learning).")
  private List<String> keys;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "curves.png",
      description = "A .png or .csv file (default: ${DEFAULT-VALUE}).")
  private Path out;

  LogPlotCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(out, ".png", ".csv");
    List<LoggedRun> logged = LoggedRun.read(runs);
    if (out.toString().endsWith(".csv")) {
      List<String> names = names(logged, List.copyOf(LoggedRun.names(logged)));
      OutputFiles.write(out, writer -> LogFiles.writeCsv(logged, names, writer));
    } else {
      new PictureWriter().write(picture(logged), out);
    }
    terminal.out().println("wrote " + out);
    return 0;
  }

  private BufferedImage picture(List<LoggedRun> logged) {
    List<String> names = names(logged, LogFiles.drawn(LoggedRun.names(logged)));
    return LogFiles.plot(logged, names)
        .orElseThrow(
            () ->
                new UserException(
                    "there is nothing to draw: no finite figures are logged in " + runs));
  }

  private List<String> names(List<LoggedRun> logged, List<String> usual) {
    if (keys == null) {
      return usual;
    }
    Set<String> there = LoggedRun.names(logged);
    for (String key : keys) {
      if (!there.contains(key)) {
        throw new UserException(
            "no figure '%s' is logged; there are: %s".formatted(key, String.join(", ", there)));
      }
    }
    return keys;
  }
}
