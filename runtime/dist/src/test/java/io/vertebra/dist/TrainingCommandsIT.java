package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains, tests and predicts with the assembled distribution, as a user would. */
final class TrainingCommandsIT {
  @TempDir private Path folder;
  private Distribution vertebra;

  @BeforeEach
  void unpack() throws IOException {
    vertebra = Distribution.in(folder);
  }

  @AfterEach
  void clear() throws IOException {
    vertebra.close();
  }

  private Process train(int epochs) throws IOException {
    return vertebra.start(
        "train",
        vertebra.config().toString(),
        "--work-dir",
        "run",
        "--cfg-options",
        "train_cfg.max_epochs=" + epochs,
        "train_dataloader.batch_size=100",
        "param_scheduler=null");
  }

  private void trainToTheEnd() throws IOException, InterruptedException {
    Process training = train(1);
    try (BufferedReader out = training.inputReader()) {
      assertThat(out.lines())
          .contains("last checkpoint: run/epoch_1.safetensors", "work directory: run");
    }
    assertThat(training.waitFor()).isZero();
  }

  @Test
  void aTestGivesTheFiguresOfTheValidation() throws IOException, InterruptedException {
    trainToTheEnd();
    Distribution.Result test =
        vertebra.run(
            "test", vertebra.config().toString(), "run/epoch_1.safetensors", "--out", "out.json");
    assertThat(test.err()).isEmpty();
    assertThat(test.code()).isZero();
    JsonObject results =
        JsonParser.parseString(Files.readString(folder.resolve("out.json"))).getAsJsonObject();
    assertThat(results.getAsJsonObject("metrics").get("accuracy/top1"))
        .isEqualTo(validation().get("accuracy/top1"));
    assertThat(results.getAsJsonArray("results")).hasSize(2000);
    assertThat(test.out()).contains("accuracy/top1: ").contains("images: 2000");
  }

  private JsonObject validation() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
      Path scalars = files.filter(file -> file.endsWith("scalars.jsonl")).findFirst().orElseThrow();
      List<String> lines = Files.readAllLines(scalars);
      return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
    }
  }

  @Test
  void predictsImagesOfAllKindsAndNamesTheUnreadable() throws IOException, InterruptedException {
    trainToTheEnd();
    OddImages.write(Files.createDirectories(folder.resolve("images/in")));
    Files.writeString(folder.resolve("images/in/broken.png"), "no image");
    Distribution.Result predict =
        vertebra.run(
            "predict", "run/epoch_1.safetensors", "images", "--out", "p.json", "--show-dir", "s");
    assertThat(predict.code()).isEqualTo(2);
    assertThat(predict.err()).contains("broken.png").doesNotContain("\tat ");
    JsonArray predictions =
        JsonParser.parseString(Files.readString(folder.resolve("p.json"))).getAsJsonArray();
    assertThat(predictions).hasSize(OddImages.COUNT);
    try (Stream<Path> shown = Files.list(folder.resolve("s/in"))) {
      assertThat(shown).hasSize(OddImages.COUNT);
    }
  }

  @Test
  void refusesAFolderWithoutImages() throws IOException, InterruptedException {
    trainToTheEnd();
    Files.createDirectory(folder.resolve("empty"));
    Distribution.Result predict = vertebra.run("predict", "run/epoch_1.safetensors", "empty");
    assertThat(predict.code()).isEqualTo(2);
    assertThat(predict.err()).contains("there are no images in 'empty'").contains(".png");
  }

  @Test
  void leavesCheckpointsUsableWhenItIsKilled() throws IOException, InterruptedException {
    Process training = train(50);
    try (BufferedReader out = training.inputReader()) {
      Distribution.await(out, "saved run/epoch_2.safetensors");
      training.destroyForcibly().waitFor();
    }
    Distribution.Result test =
        vertebra.run("test", vertebra.config().toString(), "run/epoch_1.safetensors");
    assertThat(test.code()).isZero();
  }

  @Test
  void endsInOrderWhenItIsInterrupted() throws IOException, InterruptedException {
    Process training = train(50);
    try (BufferedReader out = training.inputReader()) {
      Distribution.await(out, "saved run/epoch_1.safetensors");
      new ProcessBuilder("kill", "-INT", Long.toString(training.pid())).start().waitFor();
      assertThat(out.lines())
          .contains("stopped: interrupted")
          .anyMatch(line -> line.startsWith("last checkpoint: run/epoch_"));
    }
    assertThat(training.waitFor()).isEqualTo(130);
  }
}
