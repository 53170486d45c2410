package io.vertebra.cli.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values, with quotes as RFC 4180 says. */
public final class CsvLines {
  private final BufferedReader reader;
  private int number;

  CsvLines(BufferedReader reader) {
    this.reader = reader;
  }

  /**
   * Writes a line.
   *
   * @param cells its values
   * @param writer where to
   * @throws IOException if it cannot be written
   */
  public static void write(List<String> cells, Writer writer) throws IOException {
    writer.write(cells.stream().map(CsvLines::quoted).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The number of the line that was read last, from 1. */
  int number() {
    return number;
  }

  /** Reads a line; empty at the end of the file. */
  List<String> next() throws IOException {
    String line = reader.readLine();
    number++;
    if (line == null || line.isEmpty()) {
      return List.of();
    }
    // An odd number of quotes: a cell goes on in the next line.
    while (line.chars().filter(c -> c == '"').count() % 2 != 0) {
      String more = reader.readLine();
      number++;
      if (more == null) {
        throw new IOException("line " + number + ": a quoted cell does not end");
      }
      line = line + "\n" + more;
    }
    return cells(line);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
