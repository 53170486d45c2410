package io.vertebra.cli;

import io.vertebra.engine.inference.Prediction;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints predictions in columns: image, label, class and score of the best class, the others. Of
 * several tasks each has a line with its name before the class.
 */
final class PredictionTable {
  private static final int WIDEST_NAME = 48;

  private final PrintWriter out;
  private final int nameWidth;

  /**
   * Makes a table.
   *
   * @param out where it is printed
   * @param files all images that may come
   */
  PredictionTable(PrintWriter out, List<ImageFile> files) {
    this.out = out;
    int widest = files.stream().mapToInt(file -> file.path().toString().length()).max().orElse(0);
    this.nameWidth = Math.min(WIDEST_NAME, widest);
  }

  void print(Predictions.Found found) {
    String name = pad(found.file().path().toString());
    found
        .prediction()
        .tasks()
        .forEach(
            (task, top) ->
                out.println(name + "  " + (task.isEmpty() ? "" : task + ": ") + line(top)));
  }

  private static String line(List<Prediction.ClassScore> top) {
    String others =
        top.stream().skip(1).map(PredictionTable::text).collect(Collectors.joining(", "));
    return text(top.get(0)) + (others.isEmpty() ? "" : "  | " + others);
  }

  private String pad(String name) {
    return name + " ".repeat(Math.max(0, nameWidth - name.length()));
  }

  private static String text(Prediction.ClassScore score) {
    return "%s (%d) %s".formatted(score.name(), score.label(), FigureText.of(score.score()));
  }
}
