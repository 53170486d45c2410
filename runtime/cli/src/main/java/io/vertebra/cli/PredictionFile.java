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
      Prediction.ClassScore best = found.prediction().best();
      json.beginObject().name("image").value(found.file().path().toString());
      json.name("pred_label").value(best.label()).name("pred_class").value(best.name());
      json.name("pred_score").value(Float.valueOf(best.score())).name("top").beginArray();
      for (Prediction.ClassScore score : found.prediction().top()) {
        json.beginObject().name("label").value(score.label()).name("class").value(score.name());
        json.name("score").value(Float.valueOf(score.score())).endObject();
      }
      json.endArray().endObject();
    }
    json.endArray().flush();
  }

  static void writeCsv(List<Predictions.Found> predictions, Writer writer) throws IOException {
    int columns =
        predictions.stream().mapToInt(found -> found.prediction().top().size()).max().orElse(1);
    List<String> head = new ArrayList<>(List.of("image", "pred_label", "pred_class", "pred_score"));
    for (int i = 2; i <= columns; i++) {
      head.addAll(List.of("label_" + i, "class_" + i, "score_" + i));
    }
    CsvLines.write(head, writer);
    for (Predictions.Found found : predictions) {
      List<String> cells = new ArrayList<>(List.of(found.file().path().toString()));
      for (Prediction.ClassScore score : found.prediction().top()) {
        cells.addAll(
            List.of(Integer.toString(score.label()), score.name(), Float.toString(score.score())));
      }
      CsvLines.write(cells, writer);
    }
  }
}
