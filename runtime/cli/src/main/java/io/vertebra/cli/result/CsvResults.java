package io.vertebra.cli.result;

import io.vertebra.api.data.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Results as comma-separated values with a line of names first: {@code image}, {@code label} (empty
 * where it is not known), {@code pred_label}, {@code pred_class}, {@code pred_score}, {@code
 * score_0}, {@code score_1} and so on. For images of one label each.
 */
final class CsvResults {
  private static final String SCORE = "score_";

  private CsvResults() {}

  static void write(Results results, List<String> classes, Writer writer) throws IOException {
    int scores = results.entries().isEmpty() ? 0 : results.entries().get(0).size();
    List<String> head =
        new ArrayList<>(List.of("image", "label", "pred_label", "pred_class", "pred_score"));
    for (int i = 0; i < scores; i++) {
      head.add(SCORE + i);
    }
    CsvLines.write(head, writer);
    for (Result result : results.entries()) {
      CsvLines.write(cells(result, classes), writer);
    }
  }

  private static List<String> cells(Result result, List<String> classes) throws IOException {
    int best = result.predicted();
    List<String> cells = new ArrayList<>();
    cells.add(result.image());
    cells.add(label(result));
    cells.add(Integer.toString(best));
    cells.add(best < classes.size() ? classes.get(best) : Integer.toString(best));
    cells.add(Float.toString(result.score(best)));
    for (int i = 0; i < result.size(); i++) {
      cells.add(Float.toString(result.score(i)));
    }
    return cells;
  }

  private static String label(Result result) throws IOException {
    if (result.target() instanceof Target.OneLabel one) {
      return Integer.toString(one.label());
    }
    if (result.target() instanceof Target.Unknown) {
      return "";
    }
    throw new IOException(
        "CSV holds one label an image, but '%s' may have several: write .json or .jsonl"
            .formatted(result.image()));
  }

  static Results read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      CsvLines lines = new CsvLines(reader);
      List<String> head = lines.next();
      int label = head.indexOf("label");
      List<Integer> scores =
          head.stream()
              .filter(name -> name.startsWith(SCORE))
              .map(head::indexOf)
              .collect(Collectors.toList());
      if (label < 0 || scores.isEmpty()) {
        throw new IOException(
            "'%s' has no columns label and score_0, score_1 and so on: its first line is %s"
                .formatted(file, head));
      }
      Results results = new Results();
      for (List<String> cells = lines.next(); !cells.isEmpty(); cells = lines.next()) {
        try {
          results.add(result(cells, label, scores), Map.of());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
          throw new IOException("%s:%d: %s".formatted(file, lines.number(), e.getMessage()), e);
        }
      }
      return results;
    }
  }

  private static Result result(List<String> cells, int label, List<Integer> scores) {
    float[] values = new float[scores.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(cells.get(scores.get(i)));
    }
    String text = cells.get(label);
    Target target = text.isEmpty() ? Target.UNKNOWN : Target.of(Integer.parseInt(text));
    return new Result(cells.get(0), target, values);
  }
}
