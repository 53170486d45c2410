package io.vertebra.plugins.batchaugments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.Bound;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import io.vertebra.testkit.golden.Fill;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Compares mixed batches with those of MMPretrain 1.2, with the draws that the figures name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BatchAugmentsGoldenTest {
  private static final int CLASSES = 6;
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "type",
          "options",
          "shape",
          "beta_draw",
          "permutation",
          "target",
          "centre_y_x",
          "randint_draws",
          "box_y1_y2_x1_x2",
          "lambda_used",
          "inputs",
          "inputs_per_sample_sum",
          "centre_row",
          "targets");

  private PluginRuntime plugins;
  private String prefix;

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
            : Path.of(BatchAugmentsGoldenTest.class.getResource("/golden").toURI());
    Path file = root.resolve("parts/batch_augments.json");
    if (!Files.exists(file)) {
      return Stream.of();
    }
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    prefix = json.get("key_prefix").getAsString();
    return StreamSupport.stream(json.getAsJsonArray("cases").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(entry -> dynamicTest(entry.get("name").getAsString(), () -> check(entry)));
  }

  private void check(JsonObject entry) {
    assertThat(FIELDS).containsAll(entry.keySet());
    Assumptions.assumeTrue(
        plugins.catalog().find(Kind.BATCH_AUGMENT, entry.get("type").getAsString()).isPresent(),
        () -> "there is no batch augment " + entry.get("type"));
    StatedDraws draws = new StatedDraws(entry);
    try (PartBuilder builder = new PartBuilder();
        NetworkBench bench = new NetworkBench(plugins.engine(), new Module() {}, 1)) {
      BatchAugment augment = build(builder, entry);
      List<Output> mixed =
          bench.train(
              (context, manager) -> {
                Batch batch = mix(augment, context, batch(context, manager, entry), draws);
                return List.of(batch.images(), batch.targets());
              });
      compareImages(mixed.get(0), entry);
      compareTargets(mixed.get(1), entry.getAsJsonArray("targets"));
    }
    assertThat(draws.left()).as("draws that are left").isZero();
  }

  private BatchAugment build(PartBuilder builder, JsonObject entry) {
    JsonObject config = entry.getAsJsonObject("options").deepCopy();
    config.add("type", entry.get("type"));
    Bound.Part part =
        new Binder(
                plugins.catalog(),
                warning -> {
                  throw new AssertionError(warning);
                })
            .bindPart(
                new ConfigLoader().loadText(Path.of("golden.yaml"), config.toString(), List.of()),
                Kind.BATCH_AUGMENT,
                null);
    return builder.buildPart(part, BatchAugment.class);
  }

  private static Batch mix(BatchAugment augment, Context context, Batch batch, MixDraws draws) {
    if (augment instanceof Mixup mixup) {
      return mixup.mix(batch, draws);
    }
    return augment instanceof CutMix cutMix
        ? cutMix.mix(batch, draws)
        : ((ResizeMix) augment).mix(context, batch, draws);
  }

  private Batch batch(Context context, NDManager manager, JsonObject entry) {
    Shape shape = new Shape(longs(entry.getAsJsonArray("shape")));
    int samples = (int) shape.get(0);
    NDArray images = manager.create(new Fill(prefix + "batch").values(shape.size(), 0, 1), shape);
    NDArray targets =
        entry.get("target").getAsString().equals("hard")
            ? context.ops().oneHot(manager.create(labels(samples)), CLASSES)
            : softTargets(manager, samples);
    return new Batch(List.of(images), targets);
  }

  private long[] labels(int samples) {
    Fill fill = new Fill(prefix + "label");
    long[] labels = new long[samples];
    for (int i = 0; i < samples; i++) {
      labels[i] = (long) ((fill.at(i) + 1) / 2 * CLASSES);
    }
    return labels;
  }

  private NDArray softTargets(NDManager manager, int samples) {
    float[] values = new Fill(prefix + "soft").values((long) samples * CLASSES, 0.5, 0.5);
    NDArray rows = manager.create(values, new Shape(samples, CLASSES));
    return rows.div(rows.sum(new int[] {1}, true));
  }

  private static void compareImages(Output images, JsonObject entry) {
    JsonObject inputs = entry.getAsJsonObject("inputs");
    assertThat(images.shape()).isEqualTo(new Shape(longs(inputs.getAsJsonArray("shape"))));
    compare(images, 0, inputs.getAsJsonArray("first"));
    assertThat(images.sum()).isCloseTo(inputs.get("sum").getAsDouble(), within(1e-4));
    assertThat(images.norm()).isCloseTo(inputs.get("l2").getAsDouble(), within(1e-4));
    int plane = (int) (images.shape().get(2) * images.shape().get(3));
    int sample = (int) images.shape().get(1) * plane;
    int row = (int) (images.shape().get(2) / 2 * images.shape().get(3));
    compare(images, row, entry.getAsJsonArray("centre_row"));
    JsonArray sums = entry.getAsJsonArray("inputs_per_sample_sum");
    for (int i = 0; i < sums.size(); i++) {
      double sum = 0;
      for (int k = 0; k < sample; k++) {
        sum += images.value(i * sample + k);
      }
      assertThat(sum).isCloseTo(sums.get(i).getAsDouble(), within(1e-4));
    }
  }

  private static void compareTargets(Output targets, JsonArray expected) {
    for (int i = 0; i < expected.size(); i++) {
      compare(targets, i * CLASSES, expected.get(i).getAsJsonArray());
    }
  }

  private static void compare(Output actual, int from, JsonArray expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat((double) actual.value(from + i))
          .isCloseTo(expected.get(i).getAsDouble(), within(1e-6));
    }
  }

  private static long[] longs(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToLong(JsonElement::getAsLong)
        .toArray();
  }

  /** Draws that a case states. */
  private static final class StatedDraws implements MixDraws {
    private final double beta;
    private final long[] permutation;
    private final List<Integer> ints = new ArrayList<>();

    StatedDraws(JsonObject entry) {
      beta = entry.get("beta_draw").getAsDouble();
      permutation = longs(entry.getAsJsonArray("permutation"));
      for (String key : List.of("centre_y_x", "randint_draws")) {
        if (entry.has(key)) {
          entry.getAsJsonArray(key).forEach(number -> ints.add(number.getAsInt()));
        }
      }
    }

    int left() {
      return ints.size();
    }

    @Override
    public double beta(double alpha) {
      return beta;
    }

    @Override
    public long[] permutation(int size) {
      return permutation;
    }

    @Override
    public int between(int low, int high) {
      return ints.remove(0);
    }
  }
}
