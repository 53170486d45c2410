package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedRunResolver.class)
final class TestIT {
  @TempDir private Path folder;

  @Test
  void aTestGivesTheFiguresOfTheValidation(TrainedRun run)
      throws IOException, InterruptedException {
    Path out = folder.resolve("results.json");
    run.distribution()
        .run(
            folder,
            "test",
            run.distribution().quickstart(),
            run.checkpoint(),
            "--out",
            out.toString())
        .succeeded();
    JsonObject results = JsonParser.parseString(Files.readString(out)).getAsJsonObject();
    JsonObject metrics = results.getAsJsonObject("metrics");
    JsonObject validation = run.scalars().get(run.scalars().size() - 1);
    assertThat(metrics.get("accuracy/top1").getAsDouble())
        .isEqualTo(validation.get("accuracy/top1").getAsDouble());
    assertThat(metrics.get("accuracy/top5").getAsDouble())
        .isEqualTo(validation.get("accuracy/top5").getAsDouble());
    assertThat(results.get("images").getAsInt()).isEqualTo(2000);
    assertThat(results.getAsJsonArray("results")).hasSize(2000);
    assertThat(rightOnes(results) * 100.0 / 2000)
        .isEqualTo(metrics.get("accuracy/top1").getAsDouble());
  }

  private static long rightOnes(JsonObject results) {
    return results.getAsJsonArray("results").asList().stream()
        .map(result -> result.getAsJsonObject())
        .filter(result -> result.get("label").equals(result.get("pred_label")))
        .count();
  }
}
