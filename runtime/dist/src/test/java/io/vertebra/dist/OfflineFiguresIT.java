package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code eval} computes from the results of {@code test} is what {@code test} computed. */
final class OfflineFiguresIT {
  private static final int IMAGES = 24;
  private static final int CLASSES = 3;

  private static final List<String> OF_ONE_LABEL =
      List.of(
          "{type: Accuracy, topk: [1, 2], thrs: [0.0, 0.4, null]}",
          "{type: SingleLabelMetric, items: [precision, recall, f1-score, support]}",
          "{type: SingleLabelMetric, thrs: [0.3, 0.35], average: null, prefix: each}",
          "{type: ConfusionMatrix, num_classes: 3}",
          "{type: BalancedAccuracy}",
          "{type: CohenKappa, weights: quadratic}",
          "{type: MatthewsCorrelation}",
          "{type: LogLoss}",
          "{type: BrierScore}",
          "{type: CalibrationError}",
          "{type: RocAuc, curves: [0]}",
          "{type: PairwiseRocAuc}");

  private static final List<String> OF_SETS =
      List.of(
          "{type: MultiLabelMetric, thr: 0.5}",
          "{type: MultiLabelMetric, topk: 2, average: null, prefix: top}",
          "{type: AveragePrecision, curves: [1]}",
          "{type: VOCMultiLabelMetric, thr: 0.5, prefix: voc}",
          "{type: VOCAveragePrecision, average: null, prefix: voc}",
          "{type: RetrievalRecall, topk: [1, 2]}",
          "{type: RetrievalAveragePrecision, topk: 3}");

  private static final List<String> OF_TASKS =
      List.of(
          "{type: MultiTasksMetric, task_metrics: {kind: [{type: Accuracy}, {type:"
              + " SingleLabelMetric}], look: [{type: ConfusionMatrix}, {type: LogLoss}]}}");

  private static final String CONFIG =
      """
      model:
        type: ImageClassifier
        backbone: {type: LeNet5}
        neck: {type: GlobalAveragePooling}
        head: %1$s
      data_preprocessor: {mean: [127], std: [64]}
      train_dataloader: &data
        batch_size: 5
        dataset:
          %2$s
          pipeline:
            - {type: LoadImageFromFile, color_type: grayscale}
            - {type: Resize, scale: 32}
            - {type: PackInputs}
      test_dataloader: *data
      test_evaluator: [%3$s]
      optim_wrapper: {optimizer: {type: SGD, lr: 0.1}}
      train_cfg: {by_epoch: true, max_epochs: 1}
      """;

  private final Distribution distribution = Distribution.assembled();

  @TempDir private Path folder;

  @BeforeEach
  void writeData() throws IOException {
    Random random = new Random(5);
    List<String> labels = new ArrayList<>();
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      String path = "%d/%d.png".formatted(i % CLASSES, i);
      write(folder.resolve("images").resolve(path), random);
      labels.add(
          "{\"img_path\": \"%s\", \"gt_label\": [%d, %d]}".formatted(path, i % CLASSES, i / 8));
      // Not every image has the second task.
      String look = i % 4 == 0 ? "" : ", \"look\": " + i % 2;
      tasks.add(
          "{\"img_path\": \"%s\", \"gt_label\": {\"kind\": %d%s}}"
              .formatted(path, i % CLASSES, look));
    }
    annotate("labels.json", "{\"classes\": [\"a\", \"b\", \"c\"]}", labels);
    annotate("tasks.json", "{\"tasks\": [\"kind\", \"look\"]}", tasks);
  }

  private static void write(Path file, Random random) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 32 * 32; i++) {
      image.setRGB(i % 32, i / 32, 0x010101 * random.nextInt(256));
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private void annotate(String name, String facts, List<String> images) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "{\"metainfo\": %s, \"data_list\": [%s]}".formatted(facts, String.join(",\n", images)));
  }

  @Test
  void figuresOfOneLabelAreTheSame() throws IOException, InterruptedException {
    assertSameFigures(
        "{type: LinearClsHead, num_classes: 3, in_channels: 120}",
        "type: CustomDataset\n    data_root: images",
        OF_ONE_LABEL,
        ".json",
        ".jsonl",
        ".csv",
        ".npy");
  }

  @Test
  void figuresOfSetsOfLabelsAreTheSame() throws IOException, InterruptedException {
    assertSameFigures(
        "{type: MultiLabelLinearClsHead, num_classes: 3, in_channels: 120}",
        "type: MultiLabelDataset\n    ann_file: labels.json\n    data_prefix: images",
        OF_SETS,
        ".json",
        ".npy");
  }

  @Test
  void figuresOfTasksAreTheSame() throws IOException, InterruptedException {
    assertSameFigures(
        "{type: MultiTaskHead, task_heads: {kind: {type: LinearClsHead, num_classes: 3, in_channels:"
            + " 120}, look: {type: LinearClsHead, num_classes: 2, in_channels: 120}}}",
        "type: MultiTaskDataset\n    ann_file: tasks.json\n    data_prefix: images",
        OF_TASKS,
        ".jsonl");
  }

  private void assertSameFigures(String head, String data, List<String> metrics, String... endings)
      throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("c.yaml"), CONFIG.formatted(head, data, String.join(", ", metrics)));
    distribution.run(folder, "train", "c.yaml", "--work-dir", "run").succeeded();
    String weights = "run/epoch_1.safetensors";
    distribution.run(folder, "test", "c.yaml", weights, "--out", "all.json").succeeded();
    JsonObject tested = read("all.json");
    for (String ending : endings) {
      String file = "results" + ending;
      distribution.run(folder, "test", "c.yaml", weights, "--out", file).succeeded();
      List<String> words =
          new ArrayList<>(List.of("eval", file, "--out", "again.json", "--metrics"));
      words.addAll(metrics);
      distribution.run(folder, words.toArray(String[]::new)).succeeded();
      JsonObject again = read("again.json");
      assertThat(again.get("metrics")).as(file).isEqualTo(tested.get("metrics"));
      assertThat(again.get("tables")).as(file).isEqualTo(tested.get("tables"));
    }
  }

  private JsonObject read(String name) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(name))).getAsJsonObject();
  }
}
