package io.vertebra.cli;

import io.vertebra.engine.optim.SchedulePreview;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A row for each epoch, or for several in which nothing changes. */
final class ScheduleTable {
  private static final MathContext DIGITS = new MathContext(5);

  private final SchedulePreview preview;
  private final List<Row> rows = new ArrayList<>();

  ScheduleTable(SchedulePreview preview) {
    this.preview = preview;
    preview.run((epoch, iteration, values) -> add(epoch, iteration, values));
    join();
  }

  /** Epochs, iterations, and the values of the first and last of these. */
  private record Row(
      int firstEpoch, int lastEpoch, int firstIteration, List<Double> first, List<Double> last) {
    boolean isConstant() {
      return first.equals(last);
    }
  }

  private void add(int epoch, int iteration, List<Double> values) {
    int index = rows.size() - 1;
    if (index >= 0 && rows.get(index).firstEpoch() == epoch) {
      Row row = rows.get(index);
      rows.set(index, new Row(epoch, epoch, row.firstIteration(), row.first(), values));
    } else {
      rows.add(new Row(epoch, epoch, iteration, values, values));
    }
  }

  private void join() {
    List<Row> joined = new ArrayList<>();
    for (Row row : rows) {
      Row previous = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (previous != null
          && previous.isConstant()
          && row.isConstant()
          && previous.last().equals(row.first())) {
        joined.set(
            joined.size() - 1,
            new Row(
                previous.firstEpoch(),
                row.lastEpoch(),
                previous.firstIteration(),
                previous.first(),
                row.last()));
      } else {
        joined.add(row);
      }
    }
    rows.clear();
    rows.addAll(joined);
  }

  void print(PrintWriter out) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("EPOCH", "FROM ITERATION"));
    preview.names().forEach(head::add);
    table.add(head);
    rows.forEach(row -> table.add(cells(row)));
    Columns.print(table, out);
    out.flush();
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(
        row.firstEpoch() == row.lastEpoch()
            ? Integer.toString(row.firstEpoch() + 1)
            : (row.firstEpoch() + 1) + "-" + (row.lastEpoch() + 1));
    cells.add(Integer.toString(row.firstIteration() + 1));
    for (int i = 0; i < row.first().size(); i++) {
      String first = text(row.first().get(i));
      String last = text(row.last().get(i));
      cells.add(first.equals(last) ? first : first + " .. " + last);
    }
    return cells;
  }

  private static String text(double value) {
    return Double.toString(new BigDecimal(value).round(DIGITS).doubleValue());
  }
}
