package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.inference.FileSource;
import io.vertebra.engine.inference.NetworkParts;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.Pictures;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import io.vertebra.testkit.golden.TensorFigures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the way of a picture through a validation pipeline, the data preprocessor and a network
 * with MMPretrain 1.2.
 */
final class EndToEndGoldenTest extends GoldenContract {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "pipeline",
          "mean",
          "std",
          "to_rgb",
          "uint8_sum",
          "uint8_bgr_first",
          "tensor",
          "channel_sums",
          "centre_row",
          "model");
  private static final String NETWORK =
      "{type: ImageClassifier, backbone: {type: ResNet, depth: 18},"
          + " neck: {type: GlobalAveragePooling},"
          + " head: {type: LinearClsHead, num_classes: 1000, in_channels: 512}}";

  @TestFactory
  Stream<DynamicTest> cases() {
    return part("e2e/e2e").stream().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(GoldenFile file) {
    Path picture = file.sibling(file.json().getAsJsonObject("input").get("file").getAsString());
    return file.tests("cases", entry -> check(picture, entry));
  }

  private void check(Path picture, JsonObject entry) throws IOException {
    GoldenFile.checkFields(entry, FIELDS);
    try (PartBuilder builder = new PartBuilder();
        ImageBuffer image = throughPipeline(builder, picture, entry)) {
      boolean exact = entry.get("pipeline").toString().contains("pillow");
      comparePixels(image.pixels(), entry, exact);
      DataPreprocessor preprocessor = preprocessor(builder, entry);
      try (NetworkBench bench = new NetworkBench(plugins().engine(), new Module() {}, 1)) {
        Output tensor =
            bench
                .evaluate(
                    (context, manager) ->
                        List.of(Pictures.prepare(preprocessor, context, manager, image)))
                .get(0);
        compareTensor(tensor, entry, exact ? 1e-6 : 0.0175);
      }
      if (entry.has("model")) {
        JsonObject model = entry.getAsJsonObject("model");
        compareScores(builder, preprocessor, image, model, exact ? 1e-4 : 1e-2);
      }
    }
    assertThat(plugins().liveImages()).isZero();
  }

  private ImageBuffer throughPipeline(PartBuilder builder, Path picture, JsonObject entry)
      throws IOException {
    List<Transform> transforms = new ArrayList<>();
    transforms.add(transform(builder, "{type: LoadImageFromFile}"));
    for (JsonElement step : entry.getAsJsonArray("pipeline")) {
      transforms.add(transform(builder, step.toString()));
    }
    transforms.add(transform(builder, "{type: PackInputs}"));
    Sample sample = Sample.of(new FileSource(picture), OptionalInt.empty());
    return new Pipeline(transforms).apply(sample, new SplittableRandom(0)).image();
  }

  private Transform transform(PartBuilder builder, String config) {
    return plugins().build(builder, Kind.TRANSFORM, Transform.class, config);
  }

  private DataPreprocessor preprocessor(PartBuilder builder, JsonObject entry) {
    String config =
        "{type: ClsDataPreprocessor, mean: %s, std: %s, to_rgb: %s}"
            .formatted(entry.get("mean"), entry.get("std"), entry.get("to_rgb"));
    return plugins().build(builder, Kind.DATA_PREPROCESSOR, DataPreprocessor.class, config);
  }

  private static void comparePixels(ByteBuffer pixels, JsonObject entry, boolean exact) {
    long sum = IntStream.range(0, pixels.limit()).mapToLong(i -> pixels.get(i) & 0xff).sum();
    assertThat((double) sum)
        .isCloseTo(entry.get("uint8_sum").getAsDouble(), within(exact ? 0 : 0.05 * pixels.limit()));
    List<Double> first = GoldenFile.numbers(entry.get("uint8_bgr_first"));
    int plane = pixels.limit() / 3;
    for (int i = 0; i < first.size(); i++) {
      assertThat((double) (pixels.get(i % plane * 3 + i / plane) & 0xff))
          .isCloseTo(first.get(i), within(exact ? 0.0 : 1.0));
    }
  }

  private static void compareTensor(Output tensor, JsonObject entry, double tolerance) {
    int height = (int) tensor.shape().get(2);
    int width = (int) tensor.shape().get(3);
    double allowed = tolerance * height * width / 10;
    new TensorFigures(entry.getAsJsonObject("tensor"))
        .check(tensor, tolerance, 3 * allowed, allowed);
    List<Double> row = GoldenFile.numbers(entry.get("centre_row"));
    TensorFigures.checkValues(tensor, height / 2 * width, row, tolerance);
    List<Double> sums = GoldenFile.numbers(entry.get("channel_sums"));
    TensorFigures.checkSums(tensor, height * width, sums, allowed);
  }

  private void compareScores(
      PartBuilder builder,
      DataPreprocessor preprocessor,
      ImageBuffer image,
      JsonObject model,
      double tolerance) {
    Algorithm network = plugins().build(builder, Kind.ALGORITHM, Algorithm.class, NETWORK);
    try (NetworkBench bench = new NetworkBench(plugins().engine(), network, 1)) {
      List<Output> outputs =
          bench.evaluate(
              (context, manager) -> {
                NDArray tensor = Pictures.prepare(preprocessor, context, manager, image);
                NDArray logits =
                    NetworkParts.of(network).forward(context, tensor).logits().orElseThrow();
                return List.of(logits, network.scores(context, tensor));
              });
      JsonObject logits = model.getAsJsonObject("logits");
      double allowed = tolerance * logits.get("l2").getAsDouble();
      new TensorFigures(logits).check(outputs.get(0), allowed / 10, 10 * allowed, allowed);
      compareTop(
          outputs.get(1),
          GoldenFile.numbers(model.get("top5_labels")),
          GoldenFile.numbers(model.get("top5_scores")));
    }
  }

  private static void compareTop(Output scores, List<Double> labels, List<Double> values) {
    List<Integer> best =
        IntStream.range(0, (int) scores.shape().get(1))
            .boxed()
            .sorted((a, b) -> Float.compare(scores.value(b), scores.value(a)))
            .limit(labels.size())
            .toList();
    assertThat(best).isEqualTo(labels.stream().map(Double::intValue).toList());
    for (int i = 0; i < values.size(); i++) {
      assertThat((double) scores.value(best.get(i))).isCloseTo(values.get(i), within(1e-4));
    }
  }
}
