package io.vertebra.cli;

import io.vertebra.engine.log.RunHistory;
import io.vertebra.imaging.LinePlot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** The figures of runs, as a table and as a picture. */
final class LogFiles {
  /** What tells of the machine, and not of learning. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of("time", "data_time", "ready_batches", "memory");

  private LogFiles() {}

  /** The figures that are drawn where nothing else is asked for: those that tell of learning. */
  static List<String> drawn(Set<String> names) {
    return names.stream().filter(name -> !OF_THE_MACHINE.contains(name)).toList();
  }

  /** Writes a line for each logged iteration, with the name of the run where there are several. */
  static void writeCsv(List<LoggedRun> runs, List<String> names, Writer writer) throws IOException {
    boolean several = runs.size() > 1;
    List<String> head = new ArrayList<>(several ? List.of("run") : List.of());
    head.addAll(List.of("epoch", "iteration"));
    head.addAll(names);
    writeLine(head, writer);
    for (LoggedRun run : runs) {
      for (RunHistory.Row row : run.history().rows()) {
        if (names.stream().anyMatch(row.figures()::containsKey)) {
          List<String> cells = new ArrayList<>(several ? List.of(run.name()) : List.of());
          cells.add(Integer.toString(row.epoch()));
          cells.add(Long.toString(row.iteration()));
          names.forEach(name -> cells.add(text(row.figures().get(name))));
          writeLine(cells, writer);
        }
      }
    }
  }

  private static String text(Double value) {
    return value == null ? "" : value.toString();
  }

  private static void writeLine(List<String> cells, Writer writer) throws IOException {
    writer.write(String.join(",", cells.stream().map(LogFiles::quoted).toList()) + "\n");
  }

  /** Quotes a cell where it has to be (RFC 4180). */
  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * Draws a panel for each figure over the iterations, with a curve for each run that has it.
   *
   * @return the picture; empty where no figure has a finite value
   */
  static Optional<BufferedImage> plot(List<LoggedRun> runs, List<String> names) {
    List<LinePlot.Panel> panels = new ArrayList<>();
    for (String name : names) {
      List<LinePlot.Curve> curves =
          runs.stream().flatMap(run -> curve(run, name).stream()).toList();
      if (!curves.isEmpty()) {
        panels.add(new LinePlot.Panel(name, curves));
      }
    }
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new LinePlot("iteration").paintPanels(panels));
  }

  private static Optional<LinePlot.Curve> curve(LoggedRun run, String name) {
    NavigableMap<Long, Double> course = run.history().course(name);
    course.values().removeIf(value -> !Double.isFinite(value));
    return course.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LinePlot.Curve(
                run.name(),
                course.keySet().stream().map(Long::doubleValue).toList(),
                List.copyOf(course.values())));
  }
}
