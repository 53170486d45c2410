package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataCommandsIT {
  private final Distribution distribution = Distribution.assembled();

  @TempDir private Path folder;

  @BeforeEach
  void writeData() throws IOException {
    for (String part : new String[] {"train", "val"}) {
      for (String name : new String[] {"cat", "dog"}) {
        for (int i = 0; i < 4; i++) {
          write(
              folder.resolve(part).resolve(name).resolve(i + ".png"), (part + name + i).hashCode());
        }
      }
    }
    Files.writeString(
        folder.resolve("c.yaml"),
        """
        model:
          type: ImageClassifier
          backbone: {type: LeNet5, num_classes: 2}
          head: {type: ClsHead}
        data_preprocessor: {mean: [127], std: [64]}
        train_dataloader:
          batch_size: 2
          dataset:
            type: ConcatDataset
            datasets:
              - type: CustomDataset
                data_root: train
                pipeline: &pipeline
                  - {type: LoadImageFromFile, color_type: grayscale}
                  - {type: Resize, scale: 32}
                  - {type: PackInputs}
        val_dataloader:
          batch_size: 2
          dataset: {type: CustomDataset, data_root: val, pipeline: *pipeline}
        val_evaluator: {type: Accuracy}
        """);
  }

  private static void write(Path file, int seed) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(40, 36, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int x = 0; x < 40; x++) {
      image.setRGB(x, x % 36, random.nextInt());
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    return distribution.run(folder, arguments);
  }

  @Test
  void soundDataIsDescribed() throws IOException, InterruptedException {
    Outcome outcome = run("data", "check", "c.yaml", "--grid", "shown/grid.png").succeeded();
    assertThat(outcome.out())
        .contains("train_dataloader: 8 images", "val_dataloader: 8 images")
        .contains("height: 36 to 36 pixels");
    assertThat(ImageIO.read(folder.resolve("shown/grid.png").toFile()).getHeight()).isEqualTo(256);
  }

  @Test
  void faultsOfTheDataAreNamed() throws IOException, InterruptedException {
    Files.copy(folder.resolve("train/cat/0.png"), folder.resolve("train/dog/copy.png"));
    Files.copy(folder.resolve("train/cat/1.png"), folder.resolve("val/cat/copy.png"));
    Files.writeString(folder.resolve("train/dog/broken.png"), "no image");
    Outcome outcome = run("data", "check", "c.yaml");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("1 cannot be read:", "broken.png")
        .contains("0.png (cat) = ", "copy.png (dog)")
        .contains("1 of val_dataloader are in train_dataloader too:");
  }

  @Test
  void readingIsTimedAsAWholeWhereNoPipelineIsAtTheTop() throws IOException, InterruptedException {
    Outcome outcome = run("bench", "data", "c.yaml", "--images", "16", "--json").succeeded();
    assertThat(
            JsonParser.parseString(outcome.out())
                .getAsJsonObject()
                .get("images_per_second")
                .getAsDouble())
        .isPositive();
  }

  @Test
  void predictionsAreMeasuredAgain() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("p.jsonl"),
        """
        {"image": "a", "label": 0, "scores": [0.9, 0.1]}
        {"image": "b", "label": 1, "scores": [0.8, 0.2]}
        """);
    Outcome outcome =
        run("eval", "p.jsonl", "--metrics", "Accuracy", "ConfusionMatrix", "--out", "f.json")
            .succeeded();
    assertThat(outcome.out()).contains("accuracy/top1: 50.0000", "confusion_matrix/result:");
    assertThat(
            JsonParser.parseString(Files.readString(folder.resolve("f.json")))
                .getAsJsonObject()
                .getAsJsonObject("metrics")
                .get("accuracy/top1")
                .getAsDouble())
        .isEqualTo(50);
    run("eval", "p.jsonl", "--metrics", "{type: Accuracy, topk: 5}")
        .wasRefused("no top-5 accuracy of 2 classes");
    run("eval", "p.jsonl", "--metrics", "Acuracy").wasRefused("Acuracy");
    run("eval", "none.jsonl", "--metrics", "Accuracy").wasRefused("none.jsonl");
  }

  @Test
  void setsThatAreNotKnownAreRefused() throws IOException, InterruptedException {
    run("data", "fetch", "imagenet", "--to", "x").wasRefused("imagenet", "known are mnist");
  }
}
