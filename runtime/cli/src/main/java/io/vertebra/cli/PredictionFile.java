package io.vertebra.cli;

import com.google.gson.stream.JsonWriter;
import io.vertebra.cli.result.CsvLines;
import io.vertebra.engine.inference.Prediction;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes predictions for programs, numbers unrounded. */
final class PredictionFile {
  static final String[] ENDINGS = {".json", ".csv"};

  private PredictionFile() {}

  /** Writes a JSON array, or CSV where the name of the file ends with {@code .csv}. */
  static void write(Path file, List<Predictions.Found> predictions) throws IOException {
    OutputFiles.write(
        file,
        writer -> {
          if (file.toString().endsWith(".csv")) {
            writeCsv(predictions, writer);
          } else {
            writeJson(predictions, writer);
          }
        });
  }

  static void writeJson(List<Predictions.Found> predictions, Writer writer) throws IOException {
    JsonWriter json = Json.writer(writer);
    json.beginArray();
    for (Predictions.Found found : predictions) {
      json.beginObject().name("image").value(found.file().path().toString());
      if (found.prediction().hasTasks()) {
        json.name("tasks").beginObject();
        for (var task : found.prediction().tasks().entrySet()) {
          json.name(task.getKey()).beginObject();
          writeClasses(task.getValue(), json);
          json.endObject();
        }
        json.endObject();
      } else {
        writeClasses(found.prediction().top(), json);
      }
      json.endObject();
    }
    json.endArray().flush();
  }

  private static void writeClasses(List<Prediction.ClassScore> top, JsonWriter json)
      throws IOException {
    Prediction.ClassScore best = top.get(0);
    json.name("pred_label").value(best.label()).name("pred_class").value(best.name());
    json.name("pred_score").value(Float.valueOf(best.score())).name("top").beginArray();
    for (Prediction.ClassScore score : top) {
      json.beginObject().name("label").value(score.label()).name("class").value(score.name());
      json.name("score").value(Float.valueOf(score.score())).endObject();
    }
    json.endArray();
  }

  /** Writes a row for each image, or for each of its tasks with a column of their names. */
  static void writeCsv(List<Predictions.Found> predictions, Writer writer) throws IOException {
    boolean tasks = predictions.stream().anyMatch(found -> found.prediction().hasTasks());
    CsvLines.write(head(predictions, tasks), writer);
    for (Predictions.Found found : predictions) {
      for (var task : found.prediction().tasks().entrySet()) {
        List<String> cells = new ArrayList<>(List.of(found.file().path().toString()));
        if (tasks) {
          cells.add(task.getKey());
        }
        for (Prediction.ClassScore score : task.getValue()) {
          cells.addAll(
              List.of(
                  Integer.toString(score.label()), score.name(), Float.toString(score.score())));
        }
        CsvLines.write(cells, writer);
      }
    }
  }

  private static List<String> head(List<Predictions.Found> predictions, boolean tasks) {
    int columns =
        predictions.stream()
            .flatMap(found -> found.prediction().tasks().values().stream())
            .mapToInt(List::size)
            .max()
            .orElse(1);
    List<String> head = new ArrayList<>(List.of("image"));
    if (tasks) {
      head.add("task");
    }
    head.addAll(List.of("pred_label", "pred_class", "pred_score"));
    for (int i = 2; i <= columns; i++) {
      head.addAll(List.of("label_" + i, "class_" + i, "score_" + i));
    }
    return head;
  }
}
