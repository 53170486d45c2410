package io.vertebra.cli.result;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.vertebra.api.data.Target;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes the result of an image as a JSON object, numbers unrounded. Its {@code label} is a number,
 * null where it is not known, an array with a number for each class where there may be several, or
 * an object of these by task; its {@code scores} are an array, or an object of arrays by task.
 */
final class JsonResult {
  private final JsonWriter json;
  private final List<String> classes;
  private final Map<String, Integer> tasks;

  JsonResult(JsonWriter json, List<String> classes, Map<String, Integer> tasks) {
    this.json = json;
    this.classes = classes;
    this.tasks = tasks;
  }

  void write(Result result) throws IOException {
    json.beginObject().name("image").value(result.image());
    if (tasks.isEmpty()) {
      writePrediction(result);
    }
    json.name("label");
    write(result.target());
    json.name("scores");
    writeScores(result);
    json.endObject();
  }

  private void writePrediction(Result result) throws IOException {
    int best = result.predicted();
    json.name("pred_label").value(best);
    json.name("pred_class")
        .value(best < classes.size() ? classes.get(best) : Integer.toString(best));
    json.name("pred_score").value(number(result.score(best)));
  }

  /** A Float is written with the digits that tell it from its neighbours, a float as a double. */
  private static Number number(float value) {
    return value;
  }

  private void write(Target target) throws IOException {
    if (target instanceof Target.OneLabel one) {
      json.value(one.label());
    } else if (target instanceof Target.ManyLabels many) {
      writeLine(0, many.classes(), many::score);
    } else if (target instanceof Target.Tasks all) {
      json.beginObject();
      for (Map.Entry<String, Target> task : all.targets().entrySet()) {
        json.name(task.getKey());
        write(task.getValue());
      }
      json.endObject();
    } else {
      json.nullValue();
    }
  }

  private void writeScores(Result result) throws IOException {
    if (tasks.isEmpty()) {
      writeLine(0, result.size(), result::score);
      return;
    }
    json.beginObject();
    int from = 0;
    for (Map.Entry<String, Integer> task : tasks.entrySet()) {
      json.name(task.getKey());
      writeLine(from, from + task.getValue(), result::score);
      from += task.getValue();
    }
    json.endObject();
  }

  /** Writes an array on one line. */
  private void writeLine(int from, int to, Values values) throws IOException {
    FormattingStyle style = json.getFormattingStyle();
    json.beginArray();
    json.setFormattingStyle(FormattingStyle.COMPACT);
    for (int i = from; i < to; i++) {
      json.value(number(values.at(i)));
    }
    json.endArray();
    json.setFormattingStyle(style);
  }

  /** Numbers by their position. */
  @FunctionalInterface
  private interface Values {
    float at(int index);
  }
}
