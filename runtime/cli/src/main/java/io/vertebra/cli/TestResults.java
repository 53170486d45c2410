package io.vertebra.cli;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.vertebra.engine.train.ImageResult;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what a test found of each image. For one thread. */
final class TestResults {
  private final List<String> classes;
  private final boolean keep;
  private final List<Entry> entries = new ArrayList<>();
  private int size;

  /**
   * Collects nothing yet.
   *
   * @param classes the names of the classes, by label
   * @param keep whether results are kept, rather than only counted
   */
  TestResults(List<String> classes, boolean keep) {
    this.classes = classes;
    this.keep = keep;
  }

  void add(ImageResult result) {
    size++;
    if (keep) {
      entries.add(Entry.of(result));
    }
  }

  int size() {
    return size;
  }

  /** Writes the figures and the result of each image, numbers unrounded. */
  void writeJson(Map<String, Double> metrics, Writer writer) throws IOException {
    JsonWriter json = Json.writer(writer);
    json.beginObject().name("metrics").beginObject();
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      json.name(metric.getKey()).value(metric.getValue());
    }
    json.endObject().name("images").value(size).name("results").beginArray();
    for (Entry entry : entries) {
      write(entry, json);
    }
    json.endArray().endObject().flush();
  }

  private void write(Entry entry, JsonWriter json) throws IOException {
    json.beginObject().name("image").value(entry.image()).name("label").value(entry.label());
    json.name("pred_label").value(entry.predicted());
    json.name("pred_class").value(ClassNames.of(classes, entry.predicted()));
    // A Float is written with the digits that tell it from its neighbours, a float as a double.
    json.name("pred_score").value(Float.valueOf(entry.scores()[entry.predicted()]));
    json.name("scores").beginArray();
    json.setFormattingStyle(FormattingStyle.COMPACT);
    for (float score : entry.scores()) {
      json.value(Float.valueOf(score));
    }
    json.endArray();
    json.setFormattingStyle(Json.STYLE);
    json.endObject();
  }

  /** A result in little memory. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; boxes would take five times as much.
  private record Entry(String image, int label, int predicted, float[] scores) {
    static Entry of(ImageResult result) {
      float[] scores = new float[result.scores().size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = result.scores().get(i);
      }
      return new Entry(result.image(), result.label(), result.predicted(), scores);
    }
  }
}
