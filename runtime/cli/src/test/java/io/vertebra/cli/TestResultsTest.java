package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.engine.train.ImageResult;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TestResultsTest {
  private static final ImageResult RESULT = new ImageResult("a.png", 0, List.of(0.1f, 0.9f));

  private static JsonObject written(TestResults results) throws IOException {
    StringWriter text = new StringWriter();
    results.writeJson(Map.of("accuracy/top1", 200 / 3.0), text);
    return JsonParser.parseString(text.toString()).getAsJsonObject();
  }

  @Test
  void figuresAreUnrounded() throws IOException {
    TestResults results = new TestResults(List.of("Bag", "Hat"), true);
    results.add(RESULT);
    JsonObject json = written(results);
    assertThat(json.getAsJsonObject("metrics").get("accuracy/top1").getAsDouble())
        .isEqualTo(200 / 3.0);
    JsonObject first = json.getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(first.get("pred_label").getAsInt()).isEqualTo(1);
    assertThat(first.get("pred_class").getAsString()).isEqualTo("Hat");
    assertThat(first.get("pred_score").getAsString()).isEqualTo("0.9");
    assertThat(first.getAsJsonArray("scores").toString()).isEqualTo("[0.1,0.9]");
  }

  @Test
  void scoresStandOnALineOfTheirOwn() throws IOException {
    TestResults results = new TestResults(List.of(), true);
    results.add(RESULT);
    StringWriter text = new StringWriter();
    results.writeJson(Map.of(), text);
    assertThat(text.toString().lines().map(String::strip)).contains("\"scores\": [0.1,0.9]");
  }

  @Test
  void resultsThatNobodyWantsAreOnlyCounted() throws IOException {
    TestResults results = new TestResults(List.of(), false);
    results.add(RESULT);
    assertThat(results.size()).isEqualTo(1);
    assertThat(written(results).getAsJsonArray("results")).isEmpty();
  }
}
