package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertebra.engine.train.Experiment;
import io.vertebra.engine.train.ImageResult;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Networks that others trained tell the classes of real images as they do where they come from.
 * Weights and images are not part of the project: {@code -Dvertebra.shared=DIR} names a folder with
 * {@code weights/} and {@code data/}, and without it these tests are skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrainedWeightsTest {
  private static final String SHARED = System.getProperty("vertebra.shared");

  private static final String NOT_GIVEN =
      "-Dvertebra.shared=DIR is not given: trained weights and their images are not looked for";

  /** Two scores as near as this may change places. */
  private static final double TIE = 1e-4;

  private static final String CONFIG =
      """
      data_preprocessor:
        mean: [123.675, 116.28, 103.53]
        std: [58.395, 57.12, 57.375]
        to_rgb: true
      test_dataloader:
        batch_size: 50
        num_workers: 2
        sampler: {type: DefaultSampler, shuffle: false}
        dataset: {type: CustomDataset, pipeline: [{type: LoadImageFromFile}, {type: PackInputs}]}
      test_evaluator: {type: Accuracy, topk: [1, 5]}
      """;

  private PluginRuntime plugins;

  @TempDir private static Path folder;

  @BeforeAll
  void open() throws IOException {
    if (SHARED == null) {
      say("skipped: " + NOT_GIVEN);
    }
    assumeTrue(SHARED != null, NOT_GIVEN);
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  void close() {
    if (plugins != null) {
      plugins.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "20, resnet20-12fca82f.th, 80.45",
    "32, resnet32-d509ac18.th, 81.90",
    "44, resnet44-014dd654.th, 81.30",
    "56, resnet56-4bfd9763.th, 84.15"
  })
  void smallResNetsTellCifarImages(int depth, String file, double top1) throws Exception {
    Path images = unpacked("cifar10-subset");
    Map<String, Double> figures =
        test(
            Path.of(SHARED, "weights/cifar10-resnet-akamaster", file),
            new ArrayList<>(),
            "model={type: ImageClassifier, backbone: {type: CifarResNet, depth: "
                + depth
                + "},"
                + " neck: {type: GlobalAveragePooling},"
                + " head: {type: LinearClsHead, num_classes: 10, in_channels: 64}}",
            "test_dataloader.dataset.data_root=" + images,
            "test_dataloader.dataset.data_prefix=test");

    say("ResNet-%d: top-1 %.2f %%".formatted(depth, figures.get("accuracy/top1")));
    assertThat(figures.get("accuracy/top1")).isCloseTo(top1, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mobilenet_v2_imagenet   | model.safetensors            | 77.08 | 93.46 | mobile  | 224
          mobilenet_v2_imagenet   | model_mmpretrain.safetensors | 77.08 | 93.46 | mobile  | 224
          squeezenet1_1_imagenet  | model.safetensors            | 72.62 | 90.77 | squeeze | 227
          """)
  void lightNetworksTellImagenetImageByImage(
      String network, String file, double top1, double top5, String kind, int side)
      throws Exception {
    Path images = unpacked("imagenet-val-1300");
    List<ImageResult> results = new ArrayList<>();
    Map<String, Double> figures =
        test(
            Path.of(SHARED, "weights", network, file),
            results,
            model(kind),
            "test_dataloader.dataset.data_root=" + images,
            "test_dataloader.dataset.ann_file=" + annotations(images),
            "test_dataloader.dataset.pipeline=[{type: LoadImageFromFile},"
                + " {type: CenterCrop, crop_size: "
                + side
                + "}, {type: PackInputs}]");

    say(
        "%s, %s: top-1 %.2f %%, top-5 %.2f %%"
            .formatted(network, file, figures.get("accuracy/top1"), figures.get("accuracy/top5")));
    compare(results, Path.of(SHARED, "weights", network, "predictions.csv"));
    assertThat(figures.get("accuracy/top1")).isCloseTo(top1, within(0.005));
    assertThat(figures.get("accuracy/top5")).isCloseTo(top5, within(0.005));
  }

  @SuppressWarnings(
      "SystemOut") // Whoever asks for these figures must see them, or that there are none.
  private static void say(String line) {
    System.out.println("trained weights: " + line);
  }

  private static String model(String kind) {
    return kind.equals("mobile")
        ? "model={type: ImageClassifier, backbone: {type: MobileNetV2},"
            + " neck: {type: GlobalAveragePooling},"
            + " head: {type: LinearClsHead, num_classes: 1000, in_channels: 1280}}"
        : "model={type: ImageClassifier, backbone: {type: squeezenet1_1}, head: {type: ClsHead}}";
  }

  private Map<String, Double> test(Path weights, List<ImageResult> results, String... overrides)
      throws IOException {
    try (Experiment experiment =
        Experiment.open(
            plugins::engine,
            plugins.catalog(),
            new ConfigLoader().loadText(Path.of("trained.yaml"), CONFIG, List.of(overrides)))) {
      return experiment.test(weights, results::add);
    }
  }

  /** Lists the images with their classes as the data set reads it. */
  private static Path annotations(Path images) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(images.resolve("dataset.txt"))) {
      String[] parts = line.split(",", -1);
      lines.add(parts[0].strip() + " " + parts[1].strip());
    }
    return Files.write(folder.resolve("annotations.txt"), lines);
  }

  private static void compare(List<ImageResult> results, Path file) throws IOException {
    Map<String, Integer> expected = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(",", -1);
      if (!parts[0].equals("image")) {
        expected.put(parts[0], Integer.valueOf(parts[2]));
      }
    }
    assertThat(results).hasSameSizeAs(expected.keySet());
    int others = 0;
    for (ImageResult result : results) {
      String image = Path.of(result.image()).getFileName().toString();
      float best = result.scores().stream().max(Float::compare).orElseThrow();
      others += result.scores().indexOf(best) == expected.get(image) ? 0 : 1;
      assertThat((double) result.scores().get(expected.get(image)))
          .as("score of the expected class of %s", image)
          .isCloseTo(best, within(TIE));
    }
    say("images whose class differs, for a tie: %d of %d".formatted(others, results.size()));
  }

  private static Path unpacked(String name) throws Exception {
    Path target = folder.resolve(name);
    if (!Files.exists(target)) {
      Process process =
          new ProcessBuilder(
                  "tar",
                  "xJf",
                  Path.of(SHARED, "data", name + ".tar.xz").toString(),
                  "-C",
                  folder.toString())
              .inheritIO()
              .start();
      assertThat(process.waitFor()).as("tar").isZero();
    }
    return target;
  }
}
