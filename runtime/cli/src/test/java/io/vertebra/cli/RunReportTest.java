package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.RunStart;
import io.vertebra.engine.train.TrainResult;
import io.vertebra.registry.config.ConfigLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunReportTest {
  private final StringWriter out = new StringWriter();
  private final RunReport report = new RunReport(new PrintWriter(out), Optional.empty());

  @Test
  void tellsTheCourseOfARunInLines() {
    report.config(
        new ConfigLoader()
            .loadText(
                Path.of("a.yaml"),
                "model: {type: ImageClassifier, backbone: {type: LeNet5}, head: {type: ClsHead}}",
                List.of()));
    report.started(
        new RunStart(Path.of("work"), 61706, 61706, 10000, 64, 2000, List.of("a", "b"), true));
    report.evaluated(new Progress(1, 2, 10, 20, 9, 10), Map.of("accuracy/top1", 50.0));
    report.saved(Path.of("work/best_accuracy_top1_epoch_1.safetensors"));
    report.saved(Path.of("work/epoch_2.safetensors"));
    report.ended(new TrainResult(Map.of("accuracy/top1", 75.25), Optional.empty()));
    assertThat(out.toString().lines().toList())
        .containsSubsequence(
            "model:",
            "model: ImageClassifier (LeNet5, ClsHead), 61,706 parameters (61,706 trained)",
            "data: 10,000 images to train on, 2,000 to validate on, 2 classes",
            "work directory: work",
            "Epoch(val) [1]  accuracy/top1: 50.0000",
            "saved work/best_accuracy_top1_epoch_1.safetensors",
            "saved work/epoch_2.safetensors",
            "",
            "accuracy/top1: 75.2500",
            "last checkpoint: work/epoch_2.safetensors",
            "best checkpoint: work/best_accuracy_top1_epoch_1.safetensors",
            "work directory: work");
  }

  @Test
  void saysThatThereIsNoCheckpoint() {
    report.started(new RunStart(Path.of("work"), 1, 1, 1, 1, 0, List.of("a"), true));
    report.ended(new TrainResult(Map.of(), Optional.of("interrupted")));
    report.canGoOn();
    assertThat(out.toString())
        .contains("last checkpoint: none was saved")
        .doesNotContain("--resume")
        .doesNotContain("best checkpoint");
  }

  @Test
  void saysWhichCheckpointThereIsOfARunThatHadNothingLeftToDo(@TempDir Path work)
      throws IOException {
    Path earlier = Files.createFile(work.resolve("epoch_1.safetensors"));
    Files.writeString(work.resolve("last_checkpoint"), "elsewhere/epoch_1.safetensors");
    report.started(new RunStart(work, 1, 1, 1, 1, 0, List.of("a"), true));
    report.ended(new TrainResult(Map.of(), Optional.empty()));
    report.canGoOn();
    assertThat(out.toString())
        .contains("last checkpoint: " + earlier)
        .contains("it goes on from there by the same command with --resume");
  }

  @Test
  void knowsTheNewestCheckpointOfThisRunOrOfAnEarlierOne(@TempDir Path work) throws IOException {
    report.started(new RunStart(work, 1, 1, 1, 1, 0, List.of("a"), true));
    assertThat(report.lastCheckpoint()).isEmpty();
    Path earlier = Files.createFile(work.resolve("epoch_1.safetensors"));
    Files.writeString(work.resolve("last_checkpoint"), earlier.toString());
    assertThat(report.lastCheckpoint()).contains(earlier);
    report.saved(work.resolve("epoch_2.safetensors"));
    assertThat(report.lastCheckpoint()).contains(work.resolve("epoch_2.safetensors"));
  }
}
