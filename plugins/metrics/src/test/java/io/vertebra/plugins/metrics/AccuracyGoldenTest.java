package io.vertebra.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.metric.Metric.Accumulator;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.IntList;
import io.vertebra.testkit.golden.Fill;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Compares with the figures of mmpretrain 1.2.0; see the file's schema entry. */
final class AccuracyGoldenTest {
  private static final int SAMPLES = 40;
  private static final int CLASSES = 7;

  @Test
  void givesTheFiguresOfMmpretrain() throws IOException {
    JsonObject file = read();
    int[] labels = labels(file);
    float[] scores = softmax(file.get("logit_scale").getAsFloat());
    List<JsonObject> cases = accuracyCases(file).toList();
    assertThat(cases).hasSize(2);
    for (JsonObject golden : cases) {
      Accuracy accuracy = accuracy(golden.getAsJsonObject("options"));
      Accumulator first = accuracy.start();
      Accumulator second = accuracy.start();
      first.add(part(scores, labels, 0, 16));
      second.add(part(scores, labels, 16, SAMPLES));
      first.merge(second);
      Map<String, Double> figures = first.compute();
      JsonObject expected = golden.getAsJsonObject("result");
      assertThat(figures).hasSize(expected.size());
      figures.forEach(
          (name, value) ->
              assertThat(value)
                  .as("%s of %s", name, golden.get("name"))
                  .isCloseTo(
                      expected.get(accuracy.prefix() + "/" + name).getAsDouble(), within(1e-4)));
    }
  }

  private static Accuracy accuracy(JsonObject options) {
    List<Integer> topk =
        elements(options.getAsJsonArray("topk")).map(JsonElement::getAsInt).toList();
    Thresholds thresholds =
        options.has("thrs")
            ? Thresholds.of(
                elements(options.getAsJsonArray("thrs"))
                    .map(AccuracyGoldenTest::optionalNumber)
                    .toList())
            : Thresholds.of(0.0);
    return new Accuracy(
        new Accuracy.Options(IntList.of(topk), Optional.of(thresholds), "accuracy"));
  }

  private static Optional<Double> optionalNumber(JsonElement element) {
    return element.isJsonNull() ? Optional.empty() : Optional.of(element.getAsDouble());
  }

  private static float[] softmax(float scale) {
    Fill fill = new Fill("scores");
    float[] scores = new float[SAMPLES * CLASSES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      double sum = 0;
      for (int i = sample * CLASSES; i < (sample + 1) * CLASSES; i++) {
        sum += Math.exp(scale * fill.at(i));
      }
      for (int i = sample * CLASSES; i < (sample + 1) * CLASSES; i++) {
        scores[i] = (float) (Math.exp(scale * fill.at(i)) / sum);
      }
    }
    return scores;
  }

  private static ScoreBatch part(float[] scores, int[] labels, int from, int to) {
    return new ScoreBatch(
        Arrays.copyOfRange(scores, from * CLASSES, to * CLASSES),
        Arrays.copyOfRange(labels, from, to));
  }

  private static int[] labels(JsonObject file) {
    return elements(file.getAsJsonArray("labels")).mapToInt(JsonElement::getAsInt).toArray();
  }

  private static Stream<JsonObject> accuracyCases(JsonObject file) {
    return elements(file.getAsJsonArray("cases"))
        .map(JsonElement::getAsJsonObject)
        .filter(golden -> golden.get("metric").getAsString().equals("Accuracy"));
  }

  private static Stream<JsonElement> elements(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonObject read() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            AccuracyGoldenTest.class.getResourceAsStream("metrics.json"), StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }
}
