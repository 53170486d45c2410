package io.vertebra.testkit.golden;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Target;
import java.util.ArrayList;
import java.util.List;

/** Scores and targets that golden figures of metrics are computed from; see the file's schema. */
final class MetricInputs {
  private static final int SAMPLES = 40;
  private static final int CLASSES = 7;
  private static final int QUERIES = 12;
  private static final int GALLERY = 30;
  private static final int RETRIEVAL_CLASSES = 5;

  private final JsonObject file;

  MetricInputs(JsonObject file) {
    this.file = file;
  }

  /** Scores, row by row, and targets. */
  record Input(List<float[]> scores, List<Target> targets) {}

  Input of(String name) {
    return switch (name) {
      case "single" -> new Input(softmax(), labels());
      case "multi" -> new Input(sigmoid(), multi(false));
      case "multi_with_ignored" -> new Input(sigmoid(), multi(true));
      case "retrieval" -> retrieval();
      default -> throw new AssertionError("the input '" + name + "' is not known here");
    };
  }

  private Fill fill(String key) {
    return new Fill(file.get("key_prefix").getAsString() + key);
  }

  private double number(String field) {
    return file.get(field).getAsDouble();
  }

  private float[] logits(int sample) {
    float[] logits = new float[CLASSES];
    for (int label = 0; label < CLASSES; label++) {
      logits[label] =
          (float) (number("logit_scale") * fill("scores").at((long) sample * CLASSES + label));
    }
    return logits;
  }

  private List<float[]> softmax() {
    List<float[]> rows = new ArrayList<>();
    for (int sample = 0; sample < SAMPLES; sample++) {
      float[] row = logits(sample);
      double sum = 0;
      for (float logit : row) {
        sum += Math.exp(logit);
      }
      for (int label = 0; label < CLASSES; label++) {
        row[label] = (float) (Math.exp(row[label]) / sum);
      }
      rows.add(row);
    }
    return rows;
  }

  private List<float[]> sigmoid() {
    List<float[]> rows = new ArrayList<>();
    for (int sample = 0; sample < SAMPLES; sample++) {
      float[] row = logits(sample);
      for (int label = 0; label < CLASSES; label++) {
        row[label] = (float) (1 / (1 + Math.exp(-row[label])));
      }
      rows.add(row);
    }
    return rows;
  }

  private List<Target> labels() {
    return file.getAsJsonArray("labels").asList().stream()
        .map(JsonElement::getAsInt)
        .map(Target::of)
        .toList();
  }

  private List<Target> multi(boolean ignoring) {
    List<Target> targets = new ArrayList<>();
    for (int sample = 0; sample < SAMPLES; sample++) {
      float[] row = new float[CLASSES];
      for (int label = 0; label < CLASSES; label++) {
        int at = sample * CLASSES + label;
        boolean ignored = ignoring && fill("ignore").at(at) > number("ignore_threshold");
        boolean positive = fill("multi").at(at) > number("multi_threshold");
        row[label] = ignored ? -1 : positive ? 1 : 0;
      }
      targets.add(new Target.ManyLabels(row));
    }
    return targets;
  }

  private Input retrieval() {
    long[] queries = labels("query_label", QUERIES);
    long[] gallery = labels("gallery_label", GALLERY);
    List<float[]> scores = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (int query = 0; query < QUERIES; query++) {
      float[] row = new float[GALLERY];
      float[] matches = new float[GALLERY];
      for (int image = 0; image < GALLERY; image++) {
        row[image] = (float) fill("retrieval").at((long) query * GALLERY + image);
        matches[image] = queries[query] == gallery[image] ? 1 : 0;
      }
      scores.add(row);
      targets.add(new Target.ManyLabels(matches));
    }
    return new Input(scores, targets);
  }

  private long[] labels(String key, int size) {
    return Fill.labels(file.get("key_prefix").getAsString() + key, size, RETRIEVAL_CLASSES);
  }
}
