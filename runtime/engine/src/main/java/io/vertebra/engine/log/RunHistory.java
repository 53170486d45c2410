package io.vertebra.engine.log;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures of a run by iteration. A run that was resumed has a file for each of its starts; what
 * a start did again, or did not go on from, counts no more.
 */
public final class RunHistory {
  private final NavigableMap<Long, Row> rows = new TreeMap<>();

  private RunHistory() {}

  /**
   * The figures that were logged after an iteration, those of a validation among them.
   *
   * @param epoch the epoch that the iteration belongs to, from 1
   * @param iteration finished iterations
   * @param figures name to value, as they were logged
   */
  public record Row(int epoch, long iteration, Map<String, Double> figures) {
    private Row with(Row later) {
      Map<String, Double> all = new LinkedHashMap<>(figures);
      all.putAll(later.figures);
      return new Row(Math.max(epoch, later.epoch), iteration, all);
    }
  }

  /**
   * Reads files of scalars, as {@link RunLog} writes them.
   *
   * @param files the files, in the order of time
   * @return what they tell; a last line that was not written whole is left out
   * @throws IOException if a file cannot be read, or is no file of scalars
   */
  static RunHistory read(List<Path> files) throws IOException {
    RunHistory history = new RunHistory();
    for (Path file : files) {
      history.add(file);
    }
    return history;
  }

  private void add(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    long begin = Long.MAX_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      Row row;
      try {
        row = row(JsonParser.parseString(lines.get(i)).getAsJsonObject());
      } catch (JsonParseException
          | IllegalStateException
          | NumberFormatException
          | UnsupportedOperationException e) {
        if (i == lines.size() - 1) {
          // The run was killed while it wrote this line.
          return;
        }
        throw new IOException(
            "line %d of '%s' is no JSON object of numbers: %s".formatted(i + 1, file, lines.get(i)),
            e);
      }
      if (row.figures().isEmpty()) {
        begin = row.iteration();
      } else {
        // A start that logs nothing leaves what was.
        rows.tailMap(begin, false).clear();
        begin = Long.MAX_VALUE;
        rows.merge(row.iteration(), row, Row::with);
      }
    }
  }

  private static Row row(JsonObject line) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : line.entrySet()) {
      figures.put(entry.getKey(), entry.getValue().getAsDouble());
    }
    figures.remove(RunLog.STEP);
    double epoch = take(figures, RunLog.EPOCH);
    double iteration = take(figures, RunLog.ITERATION);
    return new Row((int) epoch, (long) iteration, figures);
  }

  private static double take(Map<String, Double> figures, String key) {
    Double value = figures.remove(key);
    return value == null ? 0 : value;
  }

  /**
   * The rows by iteration.
   *
   * @return the rows, each iteration once
   */
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /**
   * The names of all figures.
   *
   * @return the names, in the order in which they were logged first
   */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    rows.values().forEach(row -> names.addAll(row.figures().keySet()));
    return names;
  }

  /**
   * The course of a figure.
   *
   * @param name its name
   * @return iteration to value, those that are not finite among them; empty where it was not logged
   */
  public NavigableMap<Long, Double> course(String name) {
    NavigableMap<Long, Double> course = new TreeMap<>();
    for (Row row : rows.values()) {
      if (row.figures().containsKey(name)) {
        course.put(row.iteration(), row.figures().get(name));
      }
    }
    return course;
  }
}
