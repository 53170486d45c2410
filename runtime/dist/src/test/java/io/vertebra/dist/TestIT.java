package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedRunResolver.class)
@TestInstance(Lifecycle.PER_CLASS)
final class TestIT {
  private static final int IMAGES = 2000;

  private Path folder;
  private JsonObject metrics;
  private List<JsonObject> results;

  @BeforeAll
  void test(TrainedRun run, @TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    run.distribution()
        .run(
            folder,
            "test",
            run.distribution().quickstart(),
            run.checkpoint(),
            "--out",
            "results.json")
        .succeeded();
    JsonObject all = read("results.json").getAsJsonObject();
    assertThat(all.get("images").getAsInt()).isEqualTo(IMAGES);
    metrics = all.getAsJsonObject("metrics");
    results =
        all.getAsJsonArray("results").asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private JsonElement read(String name) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(name)));
  }

  @Test
  void theFiguresAreThoseOfTheValidation(TrainedRun run) throws IOException {
    JsonObject validation = run.scalars().get(run.scalars().size() - 1);
    for (String name : List.of("accuracy/top1", "accuracy/top5")) {
      assertThat(metrics.get(name).getAsDouble()).isEqualTo(validation.get(name).getAsDouble());
    }
  }

  @Test
  void theResultsOfTheImagesMakeTheFigures() {
    assertThat(results).hasSize(IMAGES);
    long right =
        results.stream()
            .filter(result -> result.get("label").equals(result.get("pred_label")))
            .count();
    assertThat(right * 100.0 / IMAGES).isEqualTo(metrics.get("accuracy/top1").getAsDouble());
  }

  @Test
  void aFileIsPredictedAsTheSameImageOfTheTestData(TrainedRun run)
      throws IOException, InterruptedException {
    Path image = TestImages.first(run.distribution(), folder.resolve("first.png"));
    run.distribution()
        .run(folder, "predict", run.checkpoint(), image.toString(), "--out", "first.json")
        .succeeded();
    JsonObject predicted = read("first.json").getAsJsonArray().get(0).getAsJsonObject();
    JsonObject tested = results.get(0);
    assertThat(predicted.get("pred_class")).isEqualTo(tested.get("pred_class"));
    assertThat(predicted.get("pred_score").getAsDouble())
        .isCloseTo(tested.get("pred_score").getAsDouble(), within(1e-5));
  }
}
