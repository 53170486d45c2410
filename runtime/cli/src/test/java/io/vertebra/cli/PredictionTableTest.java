package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.inference.Prediction;
import io.vertebra.engine.inference.Prediction.ClassScore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PredictionTableTest {
  private static ImageFile image(String name) {
    return new ImageFile(Path.of(name), Path.of(name));
  }

  @Test
  void namesAreFilledUpToTheLongest() {
    StringWriter text = new StringWriter();
    List<ImageFile> files = List.of(image("a.png"), image("longer.png"));
    PredictionTable table = new PredictionTable(new PrintWriter(text), files);
    table.print(
        new Predictions.Found(
            files.get(0),
            new Prediction(
                "a.png",
                List.of(new ClassScore(8, "Bag", 0.75f), new ClassScore(1, "Hat", 0.2f)))));
    table.print(
        new Predictions.Found(
            files.get(1), new Prediction("longer.png", List.of(new ClassScore(1, "Hat", 1)))));
    assertThat(text.toString().lines())
        .containsExactly(
            "a.png       Bag (8) 0.7500  | Hat (1) 0.2000", "longer.png  Hat (1) 1.0000");
  }

  @Test
  void tasksHaveALineEach() {
    Map<String, List<ClassScore>> tasks = new LinkedHashMap<>();
    tasks.put("kind", List.of(new ClassScore(1, "dog", 0.75f), new ClassScore(0, "cat", 0.25f)));
    tasks.put("color", List.of(new ClassScore(4, "4", 1)));
    StringWriter text = new StringWriter();
    List<ImageFile> files = List.of(image("a.png"));
    new PredictionTable(new PrintWriter(text), files)
        .print(new Predictions.Found(files.get(0), new Prediction("a.png", tasks)));
    assertThat(text.toString().lines())
        .containsExactly(
            "a.png  kind: dog (1) 0.7500  | cat (0) 0.2500", "a.png  color: 4 (4) 1.0000");
  }
}
