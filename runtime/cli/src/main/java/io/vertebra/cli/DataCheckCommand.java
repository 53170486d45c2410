package io.vertebra.cli;

import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.survey.DataSurvey;
import io.vertebra.engine.survey.SetReport;
import io.vertebra.engine.train.Experiment;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at the data of a config. */
@Command(
    name = "check",
    description = {
      "Reads every image of a config's data once: counts classes, and finds images that cannot be"
          + " read, are tiny, are there several times or with two labels, and images that the"
          + " training data shares with the validation or test data.",
      "Ends with exit code 0, or with 2 where images cannot be read, have two labels or are shared."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra data check mine.yaml",
      "  vertebra data check mine.yaml --grid data.png --examples 8"
    })
final class DataCheckCommand implements Callable<Integer> {
  private static final List<String> LOADERS =
      List.of("train_dataloader", "val_dataloader", "test_dataloader");

  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private ConfigFile config;

  @Option(
      names = "--min-side",
      defaultValue = "32",
      paramLabel = "PIXELS",
      description = "Images with a shorter side are tiny (default: ${DEFAULT-VALUE}).")
  private int minSide;

  @Option(
      names = "--list",
      defaultValue = "10",
      paramLabel = "N",
      description = "Images that are named for each finding (default: ${DEFAULT-VALUE}).")
  private int listed;

  @Option(
      names = "--grid",
      paramLabel = "FILE",
      description = "Write a picture of the first images of each class of the training data, .png.")
  private Path grid;

  @Option(
      names = "--examples",
      defaultValue = "6",
      paramLabel = "N",
      description = "Images of each class in that picture (default: ${DEFAULT-VALUE}).")
  private int examples;

  DataCheckCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(grid, ".png");
    MappingNode tree = config.load();
    DataReport report = new DataReport(terminal, minSide, listed);
    try (Vertebra vertebra = sessions.open("auto");
        Experiment experiment = vertebra.experiment(tree)) {
      Map<String, SetReport> sets = new LinkedHashMap<>();
      for (String key : LOADERS) {
        survey(vertebra, experiment, key, sets);
      }
      sets.forEach(report::print);
      report.printShared(sets);
    }
    return report.hasFaults() ? ErrorReport.USER : 0;
  }

  private void survey(
      Vertebra vertebra, Experiment experiment, String key, Map<String, SetReport> sets)
      throws IOException {
    Optional<DataLoader> opened = experiment.loader(key);
    if (opened.isEmpty()) {
      return;
    }
    try (DataLoader loader = opened.get()) {
      int threads = Runtime.getRuntime().availableProcessors();
      SetReport found =
          new DataSurvey(vertebra.images(), threads).of(loader.dataset(), this::progress);
      sets.put(key, found);
      if (grid != null && sets.size() == 1) {
        OutputFiles.createFolder(grid);
        new PictureGrid(vertebra.images()).write(loader.dataset(), found, examples, grid);
        terminal.out().println("pictures: " + grid);
      }
    }
  }

  private void progress(int images) {
    if (terminal.interactive() && images % 100 == 0) {
      terminal.err().print("\r" + images + " images");
      terminal.err().flush();
    }
  }
}
