package io.vertebra.cli;

import io.vertebra.engine.optim.SchedulePreview;
import io.vertebra.engine.train.Experiment;
import io.vertebra.host.Vertebra;
import io.vertebra.imaging.PictureWriter;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the schedules of a config will do. */
@Command(
    name = "schedule",
    description =
        "Shows how learning rate, momentum and weight decay will move in training: a table by"
            + " epochs, or a file with every iteration. Nothing is trained.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra schedule configs/quickstart.yaml",
      "  vertebra schedule mine.yaml --epoch-length 5004 --out schedule.png"
    })
final class ScheduleCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Spec private CommandSpec spec;

  @Mixin private ConfigFile config;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write every iteration into a .csv file, or draw curves into a .png file.")
  private Path out;

  @Option(
      names = "--epoch-length",
      paramLabel = "N",
      description =
          "Iterations of an epoch. Without it they are counted, for which the training data has to"
              + " be there.")
  private Integer epochLength;

  ScheduleCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(out, ".csv", ".png");
    if (epochLength != null && epochLength < 1) {
      throw new ParameterException(
          spec.commandLine(), "--epoch-length is " + epochLength + ", but must be at least 1");
    }
    MappingNode tree = config.load();
    try (Vertebra vertebra = sessions.open("auto");
        Experiment experiment = vertebra.experiment(tree)) {
      show(
          experiment.schedulePreview(
              epochLength == null ? OptionalInt.empty() : OptionalInt.of(epochLength)));
    }
    return 0;
  }

  private void show(SchedulePreview preview) throws IOException {
    if (out == null) {
      new ScheduleTable(preview).print(terminal.out());
    } else if (out.toString().endsWith(".csv")) {
      OutputFiles.write(out, writer -> ScheduleFiles.writeCsv(preview, writer));
    } else {
      new PictureWriter().write(ScheduleFiles.plot(preview), out);
    }
    for (String monitor : preview.monitors()) {
      terminal
          .err()
          .println(
              "a schedule follows '" + monitor + "', which nobody knows yet: shown without it");
    }
  }
}
