package io.vertebra.cli;

import io.vertebra.engine.log.LogLines;
import io.vertebra.engine.log.RunHistory;
import io.vertebra.registry.config.ConfigDiff;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigPath;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/** A table with a column for each run, and a row for all in which they can differ. */
final class RunComparison {
  private static final String NONE = "-";
  private static final int LONGEST_VALUE = 40;

  private final List<LoggedRun> runs;
  private final List<List<String>> rows = new ArrayList<>();

  RunComparison(List<LoggedRun> runs) {
    this.runs = runs;
  }

  /** The rows, each with as many cells. */
  List<List<String>> rows() throws IOException {
    rows.clear();
    row("RUN", LoggedRun::name);
    row("epochs", run -> last(run, row -> Integer.toString(row.epoch())));
    row("iterations", run -> last(run, row -> Long.toString(row.iteration())));
    row("starts", run -> Integer.toString(run.folder().starts().size()));
    List<String> durations = new ArrayList<>(List.of("duration"));
    for (LoggedRun run : runs) {
      durations.add(LogLines.duration(run.folder().duration()));
    }
    rows.add(durations);
    LoggedRun.names(runs).forEach(this::addFigure);
    addConfigs();
    return List.copyOf(rows);
  }

  private void row(String name, Function<LoggedRun, String> cell) {
    List<String> cells = new ArrayList<>(List.of(name));
    runs.forEach(run -> cells.add(cell.apply(run)));
    rows.add(cells);
  }

  private static String last(LoggedRun run, Function<RunHistory.Row, String> text) {
    List<RunHistory.Row> all = run.history().rows();
    return all.isEmpty() ? NONE : text.apply(all.get(all.size() - 1));
  }

  private void addFigure(String name) {
    row(name + ", last", run -> lastOf(run.history().course(name)));
    order(name)
        .ifPresent(order -> row(name + ", best", run -> bestOf(run.history().course(name), order)));
  }

  /**
   * Which of two values is better, the greater one: for losses and errors the lower, for other
   * figures of a validation, which have a prefix, the higher. Of others nobody can say.
   */
  private static Optional<Comparator<Double>> order(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("loss") || lower.contains("error")) {
      return Optional.of(Comparator.reverseOrder());
    }
    return name.contains("/") ? Optional.of(Comparator.naturalOrder()) : Optional.empty();
  }

  private static String lastOf(NavigableMap<Long, Double> course) {
    return course.isEmpty() ? NONE : text(course.lastEntry().getValue());
  }

  private static String bestOf(NavigableMap<Long, Double> course, Comparator<Double> order) {
    course.values().removeIf(value -> value.isNaN());
    return course.isEmpty()
        ? NONE
        : course.entrySet().stream()
            .max(Map.Entry.comparingByValue(order))
            .map(best -> "%s at %d".formatted(text(best.getValue()), best.getKey()))
            .orElseThrow();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }

  /** Adds a row for each value of the configs that differs from that of the first run. */
  private void addConfigs() {
    List<MappingNode> configs = new ArrayList<>();
    for (LoggedRun run : runs) {
      Path file = run.folder().config();
      if (!Files.exists(file)) {
        // Whoever copied the logs left it out.
        return;
      }
      configs.add(new ConfigLoader().load(file, List.of()));
    }
    Map<ConfigPath, List<String>> values = new LinkedHashMap<>();
    for (int run = 1; run < configs.size(); run++) {
      for (ConfigDiff.Difference difference : ConfigDiff.of(configs.get(0), configs.get(run))) {
        values
            .computeIfAbsent(
                difference.path(),
                path ->
                    new ArrayList<>(Collections.nCopies(configs.size(), text(difference.left()))))
            .set(run, text(difference.right()));
      }
    }
    values.forEach(
        (path, cells) -> {
          List<String> row = new ArrayList<>(List.of(path.toString()));
          row.addAll(cells);
          rows.add(row);
        });
  }

  private static String text(Optional<ConfigNode> node) {
    String text = node.map(ConfigNode::toString).orElse(NONE);
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...";
  }
}
