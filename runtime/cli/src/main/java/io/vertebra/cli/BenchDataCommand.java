package io.vertebra.cli;

import com.google.gson.stream.JsonWriter;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.train.Experiment;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times reading data. */
@Command(
    name = "data",
    description =
        "Times the steps of the training pipeline on one thread, and then the loader with its"
            + " threads. Nothing is written, and no network is made.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra bench data mine.yaml",
      "  vertebra bench data mine.yaml --images 2000 --cfg-options train_dataloader.num_workers=4"
    })
final class BenchDataCommand implements Callable<Integer> {
  private static final String LOADER = "train_dataloader";

  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private ConfigFile config;

  @Option(
      names = "--images",
      defaultValue = "500",
      paramLabel = "N",
      description = "Images that count; as many are read before (default: ${DEFAULT-VALUE}).")
  private int images;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  BenchDataCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    if (images < 1) {
      throw new UserException("--images is " + images + ", but must be 1 or more");
    }
    MappingNode tree = config.load();
    try (Vertebra vertebra = sessions.open("auto");
        Experiment experiment = vertebra.experiment(tree);
        DataLoader loader = experiment.trainingData();
        PartBuilder builder = new PartBuilder()) {
      Map<String, Double> stages =
          new StageTimes(vertebra.catalog(), builder)
              .of(tree.get(LOADER), loader.dataset(), images);
      if (loader.batches() == 0) {
        throw new UserException(
            "the data of " + LOADER + " makes no batch: there is nothing to time");
      }
      rate(loader);
      print(stages, rate(loader));
    }
    return 0;
  }

  /** Images a second of the loader. What it reads ahead in the end does not count. */
  private double rate(DataLoader loader) {
    int read = 0;
    long start = System.nanoTime();
    for (int epoch = 0; ; epoch++) {
      try (EpochBatches batches = loader.epoch(epoch)) {
        while (batches.hasNext()) {
          try (HostBatch batch = batches.next()) {
            read += batch.size();
          }
          if (read >= images) {
            return read / ((System.nanoTime() - start) * 1e-9);
          }
        }
      }
    }
  }

  private void print(Map<String, Double> stages, double rate) throws IOException {
    if (json) {
      printJson(stages, rate);
      return;
    }
    double total = stages.values().stream().mapToDouble(Double::doubleValue).sum();
    if (stages.isEmpty()) {
      terminal.out().println("the images are in no files, so that steps are not timed one by one");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("stage", "ms an image", "share"));
      stages.forEach((name, time) -> rows.add(row(name, time, time / total)));
      rows.add(row("all, on one thread", total, 1));
      Columns.print(rows, terminal.out());
    }
    terminal.out().printf(Locale.ROOT, "loader: %.1f images/s%n", rate);
  }

  private static List<String> row(String name, double time, double share) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%.3f", time),
        String.format(Locale.ROOT, "%.0f %%", 100 * share));
  }

  private void printJson(Map<String, Double> stages, double rate) throws IOException {
    JsonWriter writer = Json.writer(terminal.out());
    writer.beginObject().name("images_per_second").value(rate);
    writer.name("milliseconds").beginObject();
    for (Map.Entry<String, Double> stage : stages.entrySet()) {
      writer.name(stage.getKey()).value(stage.getValue());
    }
    writer.endObject().endObject().flush();
    terminal.out().println();
  }
}
