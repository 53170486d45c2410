package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedRunResolver.class)
final class TrainIT {
  private final TrainedRun run;

  TrainIT(TrainedRun run) {
    this.run = run;
  }

  @Test
  void theNetworkItsProgressAndItsFiguresArePrinted() {
    assertThat(run.outcome().err()).isEmpty();
    assertThat(run.outcome().out())
        .contains("type: LeNet5", "max_epochs: 2", "61,706 parameters")
        .containsPattern("Epoch\\(train\\) \\[1\\]\\[50/157\\].* loss: \\d")
        .containsPattern("Epoch\\(val\\) \\[2\\] +accuracy/top1: \\d")
        .containsPattern("\naccuracy/top1: \\d+\\.\\d{4}\n");
  }

  @Test
  void theCheckpointsThatItNamesAreThere() {
    assertThat(lineOf("last checkpoint: ")).endsWith("epoch_2.safetensors");
    assertThat(Path.of(lineOf("last checkpoint: "))).isRegularFile();
    assertThat(Path.of(lineOf("best checkpoint: "))).isRegularFile();
    assertThat(Path.of(lineOf("work directory: "))).isDirectory();
  }

  private String lineOf(String start) {
    return run.outcome()
        .out()
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .substring(start.length());
  }

  @Test
  void scalarsHaveTheirStepAndTheLossFalls() throws IOException {
    List<JsonObject> scalars = run.scalars();
    assertThat(scalars).allMatch(line -> line.has("step") && line.has("epoch"));
    List<Double> losses =
        scalars.stream()
            .filter(line -> line.has("loss"))
            .map(line -> line.get("loss").getAsDouble())
            .toList();
    assertThat(losses).hasSizeGreaterThanOrEqualTo(4);
    assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0) / 2);
    assertThat(scalars.stream().filter(line -> line.has("accuracy/top1"))).hasSize(2);
  }

  @Test
  void theLogSaysWhatTheConsoleSaid() throws IOException {
    assertThat(run.log("run.log"))
        .content()
        .contains("Epoch(train) [2][157/157]", "Epoch(val) [2]", "epoch_2.safetensors");
  }

  @Test
  void aTableAndCurvesAreLeft() throws IOException {
    assertThat(run.folder().resolve("curves.png")).isNotEmptyFile();
    List<String> table = Files.readAllLines(run.folder().resolve("scalars.csv"));
    assertThat(table.get(0)).startsWith("epoch,iteration,lr,").contains(",loss", ",accuracy/top1");
    assertThat(table.get(table.size() - 1)).startsWith("2,314,");
  }

  @Test
  void theEnvironmentIsRecorded() throws IOException {
    JsonObject environment =
        JsonParser.parseString(Files.readString(run.log("environment.json"))).getAsJsonObject();
    assertThat(environment.keySet()).contains("vertebra", "pytorch", "java", "device", "plugins");
    assertThat(environment.get("plugins").toString()).contains("io.vertebra.plugins.lenet");
  }

  @Test
  void theRecordedConfigIsWholeAndChecks(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path config = run.log("config.yaml");
    assertThat(config).content().contains("max_epochs: 2").doesNotContain("_base_");
    Outcome check = run.distribution().run(folder, "config", "check", config.toString());
    assertThat(check.succeeded().out()).contains("all is well");
  }
}
