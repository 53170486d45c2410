package io.vertebra.api.metric;

import java.util.List;

/**
 * A figure of merit that is more than one number: a value for each class, a confusion matrix, a
 * curve.
 *
 * @param columns what the columns are called; one name for a value a class
 * @param rows the values, each row as long as {@code columns}
 */
public record Table(List<String> columns, List<List<Double>> rows) {
  /** Makes a table that does not change. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Double> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " values, but there are the columns " + columns);
      }
    }
  }

  /**
   * Makes a table of one column.
   *
   * @param name what the column is called
   * @param values its values
   * @return the table
   */
  public static Table column(String name, List<Double> values) {
    return new Table(List.of(name), values.stream().map(List::of).toList());
  }
}
