package io.vertebra.cli;

import com.google.gson.stream.JsonWriter;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.plugin.Kind;
import io.vertebra.cli.result.ResultFiles;
import io.vertebra.cli.result.ResultReport;
import io.vertebra.cli.result.Results;
import io.vertebra.engine.metric.Figures;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes figures from predictions in a file. */
@Command(
    name = "eval",
    description = "Computes figures from the predictions that 'vertebra test --out' wrote.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra eval results.jsonl --metrics Accuracy ConfusionMatrix",
      "  vertebra eval scores.npy --metrics '{type: Accuracy, topk: [1, 5]}' --out figures.json",
      "'vertebra plugins' lists the metrics."
    })
final class EvalCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Parameters(
      paramLabel = "PREDICTIONS",
      description = "A .json, .jsonl, .csv or .npy file with labels and scores.")
  private Path predictions;

  @Option(
      names = "--metrics",
      arity = "1..*",
      required = true,
      paramLabel = "METRIC",
      description = "Metrics by their type, or as in a config: '{type: Accuracy, topk: 5}'.")
  private List<String> metrics = List.of();

  @Option(names = "--out", paramLabel = "FILE", description = "Write figures and tables as JSON.")
  private Path out;

  EvalCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(out, ".json");
    Results results = ResultFiles.read(predictions);
    if (results.entries().isEmpty()) {
      throw new UserException("there are no predictions in '" + predictions + "'");
    }
    try (Vertebra vertebra = sessions.open("auto");
        PartBuilder builder = new PartBuilder()) {
      Figures figures = figures(build(vertebra.catalog(), builder), results);
      FigureReport.print(figures, terminal.out());
      terminal.out().println("images: " + results.entries().size());
      if (out != null) {
        write(figures);
      }
    }
    return 0;
  }

  private List<Metric> build(Catalog catalog, PartBuilder builder) {
    Binder binder = new Binder(catalog, warning -> terminal.err().println("warning: " + warning));
    return metrics.stream()
        .map(EvalCommand::config)
        .map(node -> builder.buildPart(binder.bindPart(node, Kind.METRIC, null), Metric.class))
        .toList();
  }

  private static MappingNode config(String text) {
    String mapping = text.strip().startsWith("{") ? text : "{type: " + text + "}";
    return new ConfigLoader().loadText(Path.of("--metrics"), mapping, List.of());
  }

  private static Figures figures(List<Metric> metrics, Results results) {
    List<Metric.Accumulator> accumulators = metrics.stream().map(Metric::start).toList();
    try {
      results.forEachBatch(batch -> accumulators.forEach(each -> each.add(batch)));
      return Figures.of(metrics, accumulators);
    } catch (IllegalArgumentException e) {
      // A metric that does not fit the predictions says so by this.
      throw new UserException(e.getMessage(), e);
    }
  }

  private void write(Figures figures) throws IOException {
    OutputFiles.write(
        out,
        writer -> {
          JsonWriter json = Json.writer(writer);
          json.beginObject();
          ResultReport.writeFigures(figures, json);
          json.endObject().flush();
        });
    terminal.out().println("figures: " + out);
  }
}
