package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Neck;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares the way of a picture through a validation pipeline, the data preprocessor and a network
 * with MMPretrain 1.2.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndToEndGoldenTest {
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

  private PluginRuntime plugins;

  @BeforeAll
  void open() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  void close() {
    plugins.close();
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException, URISyntaxException {
    String other = System.getProperty("vertebra.golden");
    Path root =
        other != null
            ? Path.of(other)
            : Path.of(EndToEndGoldenTest.class.getResource("/golden").toURI());
    Path file = root.resolve("parts/e2e/e2e.json");
    if (!Files.exists(file)) {
      return Stream.of();
    }
    MappingNode json = new ConfigLoader().loadText(file, Files.readString(file), List.of());
    Path picture = file.resolveSibling(text(node(json, "input"), "file"));
    return ((ListNode) json.get("cases").orElseThrow())
        .children().stream()
            .map(MappingNode.class::cast)
            .map(entry -> dynamicTest(text(entry, "name"), () -> check(picture, entry)));
  }

  private void check(Path picture, MappingNode entry) throws IOException {
    assertThat(FIELDS).containsAll(entry.entries().stream().map(MappingNode.Entry::key).toList());
    try (PartBuilder builder = new PartBuilder();
        ImageBuffer image = throughPipeline(builder, picture, entry)) {
      comparePixels(image.pixels(), entry);
      DataPreprocessor preprocessor = preprocessor(builder, entry);
      boolean exact = text(entry, "pipeline").contains("pillow");
      try (NetworkBench bench = new NetworkBench(plugins.engine(), new Module() {}, 1)) {
        Output tensor =
            bench
                .evaluate(
                    (context, manager) -> List.of(tensor(context, manager, preprocessor, image)))
                .get(0);
        compareTensor(tensor, entry, exact ? 1e-6 : 0.0175);
      }
      if (entry.has("model")) {
        compareScores(builder, preprocessor, image, node(entry, "model"), exact ? 1e-4 : 1e-2);
      }
    }
    assertThat(plugins.liveImages()).isZero();
  }

  private ImageBuffer throughPipeline(PartBuilder builder, Path picture, MappingNode entry)
      throws IOException {
    List<Transform> transforms = new ArrayList<>();
    transforms.add(transform(builder, parse("{type: LoadImageFromFile}")));
    for (var step : ((ListNode) entry.get("pipeline").orElseThrow()).children()) {
      transforms.add(transform(builder, (MappingNode) step));
    }
    transforms.add(transform(builder, parse("{type: PackInputs}")));
    Sample sample = Sample.of(new PictureFile(picture), OptionalInt.empty());
    return new Pipeline(transforms).apply(sample, new SplittableRandom(0)).image();
  }

  private Transform transform(PartBuilder builder, MappingNode config) {
    return part(builder, config, Kind.TRANSFORM, Transform.class);
  }

  private DataPreprocessor preprocessor(PartBuilder builder, MappingNode entry) {
    MappingNode config =
        parse(
            "{type: ClsDataPreprocessor, mean: %s, std: %s, to_rgb: %s}"
                .formatted(text(entry, "mean"), text(entry, "std"), text(entry, "to_rgb")));
    return part(builder, config, Kind.DATA_PREPROCESSOR, DataPreprocessor.class);
  }

  private <T> T part(PartBuilder builder, MappingNode config, Kind kind, Class<T> type) {
    Binder binder =
        new Binder(
            plugins.catalog(),
            warning -> {
              throw new AssertionError(warning);
            });
    return builder.buildPart(binder.bindPart(config, kind, null), type);
  }

  private static void comparePixels(ByteBuffer pixels, MappingNode entry) {
    long sum = IntStream.range(0, pixels.limit()).mapToLong(i -> pixels.get(i) & 0xff).sum();
    boolean exact = text(entry, "pipeline").contains("pillow");
    assertThat((double) sum)
        .isCloseTo(numbers(entry, "uint8_sum").get(0), within(exact ? 0 : 0.05 * pixels.limit()));
    List<Double> first = numbers(entry, "uint8_bgr_first");
    int plane = pixels.limit() / 3;
    for (int i = 0; i < first.size(); i++) {
      assertThat((double) (pixels.get(i % plane * 3 + i / plane) & 0xff))
          .isCloseTo(first.get(i), within(exact ? 0.0 : 1.0));
    }
  }

  private static NDArray tensor(
      Context context, NDManager manager, DataPreprocessor preprocessor, ImageBuffer image) {
    ByteBuffer pixels = manager.allocateDirect(image.pixels().limit());
    pixels.put(image.pixels()).rewind();
    Shape shape = new Shape(1, image.height(), image.width(), image.channels());
    NDArray images = manager.create(pixels, shape, DataType.UINT8);
    return preprocessor.forward(context, new Batch(List.of(images), null)).images();
  }

  private static void compareTensor(Output tensor, MappingNode entry, double tolerance) {
    MappingNode expected = node(entry, "tensor");
    long[] shape = numbers(expected, "shape").stream().mapToLong(Double::longValue).toArray();
    assertThat(tensor.shape()).isEqualTo(new Shape(shape));
    compare(tensor, 0, numbers(expected, "first"), tolerance);
    int plane = (int) (shape[2] * shape[3]);
    compare(tensor, (int) (shape[2] / 2 * shape[3]), numbers(entry, "centre_row"), tolerance);
    double allowed = tolerance * plane / 10;
    List<Double> sums = numbers(entry, "channel_sums");
    for (int c = 0; c < sums.size(); c++) {
      int from = c * plane;
      double sum = IntStream.range(from, from + plane).mapToDouble(tensor::value).sum();
      assertThat(sum).isCloseTo(sums.get(c), within(allowed));
    }
    assertThat(tensor.sum()).isCloseTo(numbers(expected, "sum").get(0), within(3 * allowed));
    assertThat(tensor.norm()).isCloseTo(numbers(expected, "l2").get(0), within(allowed));
  }

  private static void compare(Output actual, int from, List<Double> expected, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat((double) actual.value(from + i)).isCloseTo(expected.get(i), within(tolerance));
    }
  }

  private void compareScores(
      PartBuilder builder,
      DataPreprocessor preprocessor,
      ImageBuffer image,
      MappingNode model,
      double tolerance) {
    Algorithm network = part(builder, parse(NETWORK), Kind.ALGORITHM, Algorithm.class);
    try (NetworkBench bench = new NetworkBench(plugins.engine(), network, 1)) {
      List<Output> outputs =
          bench.evaluate(
              (context, manager) -> {
                NDArray tensor = tensor(context, manager, preprocessor, image);
                return List.of(logits(network, context, tensor), network.scores(context, tensor));
              });
      MappingNode logits = node(model, "logits");
      double scale = numbers(logits, "l2").get(0);
      compare(outputs.get(0), 0, numbers(logits, "first"), tolerance * scale / 10);
      assertThat(outputs.get(0).norm()).isCloseTo(scale, within(tolerance * scale));
      compareTop(outputs.get(1), numbers(model, "top5_labels"), numbers(model, "top5_scores"));
    }
  }

  private static NDArray logits(Algorithm network, Context context, NDArray tensor) {
    Map<String, Module> parts = network.modules();
    List<NDArray> features = ((Backbone) parts.get("backbone")).forward(context, tensor);
    return ((Head) parts.get("head"))
        .logits(context, ((Neck) parts.get("neck")).forward(context, features));
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

  private static MappingNode parse(String config) {
    return new ConfigLoader().loadText(Path.of("golden.yaml"), config, List.of());
  }

  private static MappingNode node(MappingNode parent, String key) {
    return (MappingNode) parent.get(key).orElseThrow();
  }

  private static String text(MappingNode parent, String key) {
    return parent.get(key).orElseThrow().toObject().toString();
  }

  private static List<Double> numbers(MappingNode parent, String key) {
    Object value = parent.get(key).orElseThrow().toObject();
    List<?> list = value instanceof List<?> many ? many : List.of(value);
    return list.stream().map(each -> ((Number) each).doubleValue()).toList();
  }

  /** A picture on disk. */
  private record PictureFile(Path file) implements ImageSource {
    @Override
    public String name() {
      return file.toString();
    }

    @Override
    public byte[] read() throws IOException {
      return Files.readAllBytes(file);
    }
  }
}
