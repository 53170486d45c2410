package io.vertebra.cli;

import io.vertebra.engine.train.Experiment;
import io.vertebra.engine.train.MixedImage;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what training sees. */
@Command(
    name = "browse",
    description =
        "Writes sheets of what training sees: each sample after each step of its pipeline, with"
            + " the draws of the run, and a batch after it was mixed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra browse mine.yaml --out sheets",
      "  vertebra browse mine.yaml --out sheets --count 20 --epoch 3"
    })
final class BrowseCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Spec private CommandSpec spec;

  @Mixin private ConfigFile config;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the sheets go.")
  private Path out;

  @Option(
      names = "--count",
      defaultValue = "8",
      paramLabel = "N",
      description = "Samples that are shown (default: ${DEFAULT-VALUE}).")
  private int count = 8;

  @Option(
      names = "--epoch",
      defaultValue = "0",
      paramLabel = "N",
      description = "Epoch that they are drawn in, from 0 (default: ${DEFAULT-VALUE}).")
  private int epoch;

  BrowseCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    require("--count", count, 1);
    require("--epoch", epoch, 0);
    MappingNode tree = config.load();
    SampleSheets sheets = new SampleSheets(out);
    try (Vertebra vertebra = sessions.open("cpu")) {
      for (PipelineSteps.Step step : PipelineSteps.of(tree)) {
        MappingNode part = config.load(step.overrides(config.overrides()));
        try (Experiment experiment = vertebra.experiment(part)) {
          sheets.add(step.name(), experiment, epoch, count);
        }
      }
      int written = sheets.write();
      try (Experiment experiment = vertebra.experiment(tree)) {
        written += mixed(experiment, sheets.classes());
      }
      terminal.out().printf("%d sheets are in %s%n", written, out);
    }
    return 0;
  }

  /** Writes a sheet of a batch where batches are mixed. */
  private int mixed(Experiment experiment, List<String> classes) throws IOException {
    List<MixedImage> batch = experiment.mixedBatch(epoch, 0);
    try {
      if (batch.isEmpty()) {
        return 0;
      }
      new BatchSheet(out, classes).write(batch);
      return 1;
    } finally {
      batch.forEach(each -> each.image().close());
    }
  }

  private void require(String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", but must be " + least + " or more");
    }
  }
}
