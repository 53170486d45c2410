package io.vertebra.cli.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.data.Target;
import io.vertebra.api.metric.Table;
import io.vertebra.engine.metric.Figures;
import io.vertebra.engine.train.ImageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultFilesTest {
  private static final Figures FIGURES = new Figures(Map.of("accuracy/top1", 200 / 3.0), Map.of());

  @TempDir private Path folder;

  private static Results results(Target... targets) {
    Results results = new Results();
    for (int i = 0; i < targets.length; i++) {
      List<Float> scores = List.of(0.1f * i, 0.9f, 1e-20f);
      results.add(new ImageResult("a \"b\", " + i + ".png", targets[i], scores, Map.of()));
    }
    return results;
  }

  private Path write(String name, Results results) throws IOException {
    Path file = folder.resolve(name);
    new ResultReport(FIGURES, List.of("Bag", "Hat", "Cap"), results).write(file);
    return file;
  }

  private static void assertSame(Results read, Results written, boolean names) {
    assertThat(read.tasks()).isEqualTo(written.tasks());
    assertThat(read.entries()).hasSameSizeAs(written.entries());
    for (int i = 0; i < read.entries().size(); i++) {
      Result actual = read.entries().get(i);
      Result expected = written.entries().get(i);
      assertThat(actual.target()).isEqualTo(expected.target());
      assertThat(actual.size()).isEqualTo(expected.size());
      for (int k = 0; k < actual.size(); k++) {
        assertThat(actual.score(k)).isEqualTo(expected.score(k));
      }
      if (names) {
        assertThat(actual.image()).isEqualTo(expected.image());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".json", ".jsonl", ".csv", ".npy"})
  void everyFormKeepsLabelsAndScoresToTheBit(String ending) throws IOException {
    Results results = results(Target.of(2), Target.UNKNOWN, Target.of(0));
    Path file = write("results" + ending, results);
    assertSame(ResultFiles.read(file), results, !ending.equals(".npy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".json", ".jsonl", ".npy"})
  void setsOfLabelsAreKept(String ending) throws IOException {
    Results results = results(new Target.ManyLabels(1, 0, -1), new Target.ManyLabels(0, 0.5f, 1));
    assertSame(ResultFiles.read(write("results" + ending, results)), results, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {".json", ".jsonl"})
  void tasksAreKept(String ending) throws IOException {
    Map<String, Integer> tasks = new LinkedHashMap<>();
    tasks.put("color", 2);
    tasks.put("alive", 1);
    Results results = new Results();
    Map<String, Target> targets = Map.of("color", Target.of(1));
    results.add(
        new ImageResult("a.png", new Target.Tasks(targets), List.of(0.1f, 0.9f, 0.5f), tasks));
    assertSame(ResultFiles.read(write("results" + ending, results)), results, true);
  }

  @Test
  void formsThatDoNotHoldSetsOrTasksSayWhichDo() {
    assertThatThrownBy(() -> write("x.csv", results(new Target.ManyLabels(1, 0, 0))))
        .hasMessageContaining("write .json or .jsonl");
    assertThatThrownBy(() -> write("x.npy", results(new Target.Tasks(Map.of()))))
        .hasMessageContaining("write .json or .jsonl");
  }

  @Test
  void jsonHasFiguresUnroundedAndTables() throws IOException {
    Table table = new Table(List.of("0", "1"), List.of(List.of(3.0, 1.0), List.of(0.0, 4.0)));
    Path file = folder.resolve("all.json");
    Figures figures = new Figures(FIGURES.numbers(), Map.of("confusion_matrix/result", table));
    new ResultReport(figures, List.of("Bag", "Hat", "Cap"), results(Target.of(1))).write(file);
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    assertThat(json.getAsJsonObject("metrics").get("accuracy/top1").getAsDouble())
        .isEqualTo(200 / 3.0);
    assertThat(json.getAsJsonObject("tables").getAsJsonObject("confusion_matrix/result"))
        .hasToString("{\"columns\":[\"0\",\"1\"],\"rows\":[[3.0,1.0],[0.0,4.0]]}");
    JsonObject first = json.getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(first.get("pred_label").getAsInt()).isEqualTo(1);
    assertThat(first.get("pred_class").getAsString()).isEqualTo("Hat");
    assertThat(first.get("pred_score").getAsString()).isEqualTo("0.9");
    assertThat(Files.readAllLines(file).stream().map(String::strip))
        .contains("\"scores\": [0.0,0.9,1.0E-20]");
  }

  @Test
  void filesOfAnotherFormAreRefusedWithTheirPlace() throws IOException {
    assertThatThrownBy(() -> ResultFiles.read(folder.resolve("x.txt")))
        .hasMessageContaining("x.txt")
        .hasMessageContaining(".jsonl");
    Path lines = folder.resolve("x.jsonl");
    Files.writeString(lines, "{\"image\": \"a\", \"label\": 0, \"scores\": [1]}\n{\"image\": 3}\n");
    assertThatThrownBy(() -> ResultFiles.read(lines)).hasMessageContaining("x.jsonl:2: expected");
    Files.writeString(lines, "{\"image\"");
    assertThatThrownBy(() -> ResultFiles.read(lines)).hasMessageContaining("no JSON of results");
    Path csv = folder.resolve("x.csv");
    Files.writeString(csv, "image,label,score_0\na,0,0.5\nb,zero,0.5\n");
    assertThatThrownBy(() -> ResultFiles.read(csv)).hasMessageContaining("x.csv:3:");
    Files.writeString(csv, "image,class\na,0\n");
    assertThatThrownBy(() -> ResultFiles.read(csv)).hasMessageContaining("no columns label");
    Path npy = folder.resolve("x.npy");
    Files.writeString(npy, "no array at all");
    assertThatThrownBy(() -> ResultFiles.read(npy))
        .hasMessageContaining("does not begin as an array of NumPy");
  }

  @Test
  void anArrayThatIsCutShortIsRefused() throws IOException {
    Path file = write("x.npy", results(Target.of(2), Target.of(0)));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(128 + 2 * 3 * 4);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
    assertThatThrownBy(() -> ResultFiles.read(file)).hasMessageContaining("cut short");
  }

  @Test
  void imagesOfDifferentNumbersOfScoresAreRefused() throws IOException {
    Path lines = folder.resolve("x.jsonl");
    Files.writeString(
        lines,
        """
        {"image": "a", "label": 0, "scores": [1]}
        {"image": "b", "label": 0, "scores": [1, 2]}
        """);
    assertThatThrownBy(() -> ResultFiles.read(lines))
        .hasMessageContaining("x.jsonl:2: 'b' has 2 scores");
  }
}
