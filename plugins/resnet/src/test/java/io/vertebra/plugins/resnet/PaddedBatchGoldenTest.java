package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.train.Learner;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import io.vertebra.testkit.golden.Fill;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares batches of pictures of several sizes, padded, with those of MMPretrain 1.2. */
final class PaddedBatchGoldenTest {
  private static final Set<String> FIELDS =
      Set.of("name", "options", "images", "tensor", "per_image_sum", "last_value_of_image_2");
  private static final int CHANNELS = 3;
  private static final double TOLERANCE = 1e-6;

  @TestFactory
  Stream<DynamicTest> batches() throws IOException, URISyntaxException {
    String other = System.getProperty("vertebra.golden");
    Path root =
        other != null
            ? Path.of(other)
            : Path.of(PaddedBatchGoldenTest.class.getResource("/golden").toURI());
    Path file = root.resolve("parts/e2e/e2e.json");
    if (!Files.exists(file)) {
      return Stream.of();
    }
    MappingNode json = new ConfigLoader().loadText(file, Files.readString(file), List.of());
    if (!json.has("batches")) {
      return Stream.of();
    }
    return children(json, "batches")
        .map(entry -> dynamicTest(value(entry, "name").toString(), () -> check(json, entry)));
  }

  private static void check(MappingNode json, MappingNode entry) throws IOException {
    assertThat(FIELDS).containsAll(entry.entries().stream().map(MappingNode.Entry::key).toList());
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        PartBuilder builder = new PartBuilder();
        NetworkBench bench = new NetworkBench(plugins.engine(), new NoNetwork(), 1)) {
      List<List<Double>> coefficients = coefficients(json);
      List<Picture> pictures =
          children(entry, "images").map(image -> Picture.of(image, coefficients)).toList();
      Learner learner =
          new Learner(
              new NoNetwork(),
              preprocessor(plugins, builder, json, entry),
              bench.state(),
              plugins.engine().ops());
      compare(tensor(bench, learner, new Pictures(pictures, plugins.images())), entry);
      assertThat(plugins.liveImages()).isZero();
    }
  }

  /** The preprocessor of the batches: their padding, and the normalisation of the first case. */
  private static DataPreprocessor preprocessor(
      PluginRuntime plugins, PartBuilder builder, MappingNode json, MappingNode entry) {
    MappingNode first = children(json, "cases").findFirst().orElseThrow();
    MappingNode options = (MappingNode) entry.get("options").orElseThrow();
    String config =
        "{type: ClsDataPreprocessor, mean: %s, std: %s, to_rgb: %s, %s}"
            .formatted(
                value(first, "mean"),
                value(first, "std"),
                value(first, "to_rgb"),
                options.toObject().toString().replace("{", "").replace("}", "").replace("=", ": "));
    return builder.buildPart(
        new Binder(plugins.catalog(), warning -> {})
            .bindPart(
                new ConfigLoader().loadText(Path.of("golden.yaml"), config, List.of()),
                Kind.DATA_PREPROCESSOR,
                null),
        DataPreprocessor.class);
  }

  private static Output tensor(NetworkBench bench, Learner learner, Pictures pictures) {
    LoaderSettings settings =
        new LoaderSettings(pictures.size(), 2, false, LoaderSettings.Unreadable.FAIL, 0);
    int[] order = IntStream.range(0, pictures.size()).toArray();
    try (DataLoader loader = new DataLoader(pictures, epoch -> order, settings);
        EpochBatches batches = loader.epoch(0);
        HostBatch batch = batches.next()) {
      return bench
          .evaluate(
              (context, manager) -> List.of(learner.prepare(context, batch, manager).images()))
          .get(0);
    }
  }

  private static void compare(Output actual, MappingNode entry) {
    MappingNode expected = (MappingNode) entry.get("tensor").orElseThrow();
    long[] shape = numbers(expected, "shape").stream().mapToLong(Double::longValue).toArray();
    assertThat(actual.shape().getShape()).isEqualTo(shape);
    List<Double> first = numbers(expected, "first");
    for (int i = 0; i < first.size(); i++) {
      assertThat((double) actual.value(i)).isCloseTo(first.get(i), within(TOLERANCE));
    }
    int image = (int) (shape[1] * shape[2] * shape[3]);
    double allowed = TOLERANCE * image;
    List<Double> sums = numbers(entry, "per_image_sum");
    for (int i = 0; i < sums.size(); i++) {
      double sum = IntStream.range(i * image, (i + 1) * image).mapToDouble(actual::value).sum();
      assertThat(sum).isCloseTo(sums.get(i), within(allowed));
    }
    assertThat(actual.sum()).isCloseTo(numbers(expected, "sum").get(0), within(2 * allowed));
    assertThat(actual.norm()).isCloseTo(numbers(expected, "l2").get(0), within(allowed));
    assertThat((double) actual.value(2 * image - 1))
        .isEqualTo(numbers(entry, "last_value_of_image_2").get(0));
  }

  private static List<List<Double>> coefficients(MappingNode json) {
    MappingNode input = (MappingNode) json.get("input").orElseThrow();
    return ((List<?>) value(input, "coefficients_a_b_d_for_R_G_B"))
        .stream().map(row -> doubles((List<?>) row)).toList();
  }

  private static Stream<MappingNode> children(MappingNode parent, String key) {
    return ((ListNode) parent.get(key).orElseThrow())
        .children().stream().map(MappingNode.class::cast);
  }

  private static Object value(MappingNode parent, String key) {
    return parent.get(key).orElseThrow().toObject();
  }

  private static List<Double> numbers(MappingNode parent, String key) {
    Object value = value(parent, key);
    return doubles(value instanceof List<?> many ? many : List.of(value));
  }

  private static List<Double> doubles(List<?> values) {
    return values.stream().map(each -> ((Number) each).doubleValue()).toList();
  }

  /** A picture that is computed by the formula of the figures. */
  private record Picture(String key, int height, int width, List<List<Double>> coefficients) {
    static Picture of(MappingNode image, List<List<Double>> coefficients) {
      List<Double> size = numbers(image, "height_width");
      return new Picture(
          value(image, "key").toString(),
          size.get(0).intValue(),
          size.get(1).intValue(),
          coefficients);
    }

    /** The channels of the formula are red, green and blue; those of images blue, green and red. */
    ImageBuffer draw(ImageOps ops) {
      ImageBuffer image = ops.allocate(height, width, CHANNELS);
      Fill noise = new Fill(key);
      for (int i = 0; i < height * width * CHANNELS; i++) {
        int channel = i % CHANNELS;
        image
            .pixels()
            .put(i - channel + CHANNELS - 1 - channel, level(noise, i / CHANNELS, channel));
      }
      return image;
    }

    private byte level(Fill noise, int pixel, int channel) {
      int x = pixel % width;
      int y = pixel / width;
      List<Double> factors = coefficients.get(channel);
      double slope =
          factors.get(0) * x / (width - 1) + factors.get(1) * y / (height - 1) + factors.get(2);
      int block = (x / 8 + y / 8) % 2 == 1 && y >= height / 2 ? 1 : 0;
      double level =
          Math.floor(
              40
                  + 170 * slope
                  + 25 * block
                  + 12 * noise.at((long) pixel * CHANNELS + channel)
                  + 0.5);
      return (byte) Math.max(0, Math.min(255, (int) level));
    }
  }

  /** The pictures of a batch, without labels. */
  private record Pictures(List<Picture> pictures, ImageOps ops) implements Dataset {
    @Override
    public int size() {
      return pictures.size();
    }

    @Override
    public List<String> classes() {
      return List.of();
    }

    @Override
    public int label(int index) {
      throw new IllegalStateException("the pictures have no labels");
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      Picture picture = pictures.get(index);
      return Sample.of(new Drawn(picture.key()), OptionalInt.empty()).withImage(picture.draw(ops));
    }
  }

  /** A source of a picture that was never a file. */
  private record Drawn(String name) implements ImageSource {
    @Override
    public byte[] read() throws IOException {
      throw new IOException(name + " is no file");
    }
  }

  /** An algorithm that is there to have its batches prepared. */
  private static final class NoNetwork extends Algorithm {
    @Override
    public Map<String, NDArray> loss(Context context, Batch batch) {
      throw new IllegalStateException("nothing is trained");
    }

    @Override
    public NDArray scores(Context context, NDArray images) {
      throw new IllegalStateException("nothing is scored");
    }
  }
}
