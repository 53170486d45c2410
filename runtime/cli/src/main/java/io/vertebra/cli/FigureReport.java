package io.vertebra.cli;

import io.vertebra.api.metric.Table;
import io.vertebra.engine.metric.Figures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Prints figures of merit for people. */
final class FigureReport {
  private static final int MOST_ROWS = 30;
  private static final int MOST_COLUMNS = 12;

  private FigureReport() {}

  /** Prints all numbers, and the tables that fit on a screen. */
  static void print(Figures figures, PrintWriter out) {
    figures.numbers().forEach((name, value) -> out.println(name + ": " + FigureText.of(value)));
    figures.tables().forEach((name, table) -> print(name, table, out));
  }

  private static void print(String name, Table table, PrintWriter out) {
    int rows = table.rows().size();
    int columns = table.columns().size();
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
      out.println("%s: a table of %d x %d, see --out x.json".formatted(name, rows, columns));
      return;
    }
    out.println(name + ":");
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(table.columns());
    head.add(0, "");
    lines.add(head);
    IntStream.range(0, rows).forEach(row -> lines.add(line(row, table.rows().get(row))));
    Columns.print(lines, out);
  }

  private static List<String> line(int row, List<Double> values) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(row));
    values.forEach(value -> cells.add(text(value)));
    return cells;
  }

  private static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
    return whole ? Integer.toString((int) value) : FigureText.of(value);
  }
}
