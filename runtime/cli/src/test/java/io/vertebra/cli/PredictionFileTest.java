package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.engine.inference.Prediction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PredictionFileTest {
  private static final List<Predictions.Found> FOUND =
      List.of(
          new Predictions.Found(
              new ImageFile(Path.of("a, b.png"), Path.of("a, b.png")),
              new Prediction(
                  "a, b.png",
                  List.of(
                      new Prediction.ClassScore(3, "the \"cat\"", 0.1f),
                      new Prediction.ClassScore(0, "dog", 1e-9f)))));

  private static final List<Predictions.Found> TASKS =
      List.of(
          new Predictions.Found(
              new ImageFile(Path.of("a.png"), Path.of("a.png")), new Prediction("a.png", tasks())));

  private static Map<String, List<Prediction.ClassScore>> tasks() {
    Map<String, List<Prediction.ClassScore>> tasks = new LinkedHashMap<>();
    tasks.put(
        "kind",
        List.of(
            new Prediction.ClassScore(1, "dog", 0.75f),
            new Prediction.ClassScore(0, "cat", 0.25f)));
    tasks.put("look.color", List.of(new Prediction.ClassScore(4, "4", 0.5f)));
    return tasks;
  }

  @Test
  void tasksAreRowsOfCsvAndObjectsOfJson() throws IOException {
    StringWriter csv = new StringWriter();
    PredictionFile.writeCsv(TASKS, csv);
    assertThat(csv)
        .hasToString(
            """
            image,task,pred_label,pred_class,pred_score,label_2,class_2,score_2\r
            a.png,kind,1,dog,0.75,0,cat,0.25\r
            a.png,look.color,4,4,0.5\r
            """);
    StringWriter json = new StringWriter();
    PredictionFile.writeJson(TASKS, json);
    JsonObject first =
        JsonParser.parseString(json.toString()).getAsJsonArray().get(0).getAsJsonObject();
    assertThat(first.keySet()).containsExactly("image", "tasks");
    JsonObject kind = first.getAsJsonObject("tasks").getAsJsonObject("kind");
    assertThat(kind.get("pred_class").getAsString()).isEqualTo("dog");
    assertThat(kind.getAsJsonArray("top")).hasSize(2);
  }

  @Test
  void writesCsvWithQuotesWhereTheyAreNeeded() throws IOException {
    StringWriter csv = new StringWriter();
    PredictionFile.writeCsv(FOUND, csv);
    assertThat(csv)
        .hasToString(
            "image,pred_label,pred_class,pred_score,label_2,class_2,score_2\r\n"
                + "\"a, b.png\",3,\"the \"\"cat\"\"\",0.1,0,dog,1.0E-9\r\n");
  }

  @Test
  void writesJsonWithUnroundedScores() throws IOException {
    StringWriter json = new StringWriter();
    PredictionFile.writeJson(FOUND, json);
    JsonObject first =
        JsonParser.parseString(json.toString()).getAsJsonArray().get(0).getAsJsonObject();
    assertThat(first.get("image").getAsString()).isEqualTo("a, b.png");
    assertThat(first.get("pred_label").getAsInt()).isEqualTo(3);
    assertThat(first.get("pred_class").getAsString()).isEqualTo("the \"cat\"");
    assertThat(first.get("pred_score").getAsString()).isEqualTo("0.1");
    assertThat(first.getAsJsonArray("top")).hasSize(2);
  }
}
