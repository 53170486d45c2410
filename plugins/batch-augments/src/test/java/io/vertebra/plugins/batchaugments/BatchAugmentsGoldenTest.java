package io.vertebra.plugins.batchaugments;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.golden.Fill;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import io.vertebra.testkit.golden.TensorFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares mixed batches with those of MMPretrain 1.2, with the draws that the figures name. */
final class BatchAugmentsGoldenTest extends GoldenContract {
  private static final int CLASSES = 6;
  private static final double VALUE = 1e-6;
  private static final double SUM = 1e-4;
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

  @TestFactory
  Stream<DynamicTest> cases() {
    return part("batch_augments").stream()
        .flatMap(
            file -> {
              String prefix = file.json().get("key_prefix").getAsString();
              return file.tests("cases", entry -> check(prefix, entry));
            });
  }

  private void check(String prefix, JsonObject entry) {
    GoldenFile.checkFields(entry, FIELDS);
    assumeProvided(Kind.BATCH_AUGMENT, entry.get("type").getAsString());
    StatedDraws draws = new StatedDraws(entry);
    try (PartBuilder builder = new PartBuilder();
        NetworkBench bench = new NetworkBench(plugins().engine(), new Module() {}, 1)) {
      BatchAugment augment = build(builder, entry);
      List<Output> mixed =
          bench.train(
              (context, manager) -> {
                Batch batch = mix(augment, context, batch(prefix, context, manager, entry), draws);
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
    return plugins().build(builder, Kind.BATCH_AUGMENT, BatchAugment.class, config.toString());
  }

  private static Batch mix(BatchAugment augment, Context context, Batch batch, MixDraws draws) {
    if (augment instanceof Mixup mixup) {
      return mixup.mix(batch, draws);
    }
    return augment instanceof CutMix cutMix
        ? cutMix.mix(batch, draws)
        : ((ResizeMix) augment).mix(context, batch, draws);
  }

  private static Batch batch(String prefix, Context context, NDManager manager, JsonObject entry) {
    Shape shape = GoldenFile.shape(entry.get("shape"));
    int samples = (int) shape.get(0);
    NDArray images = manager.create(new Fill(prefix + "batch").values(shape.size(), 0, 1), shape);
    NDArray targets =
        entry.get("target").getAsString().equals("hard")
            ? context
                .ops()
                .oneHot(manager.create(Fill.labels(prefix + "label", samples, CLASSES)), CLASSES)
            : softTargets(prefix, manager, samples);
    return new Batch(List.of(images), targets);
  }

  private static NDArray softTargets(String prefix, NDManager manager, int samples) {
    float[] values = new Fill(prefix + "soft").values((long) samples * CLASSES, 0.5, 0.5);
    NDArray rows = manager.create(values, new Shape(samples, CLASSES));
    return rows.div(rows.sum(new int[] {1}, true));
  }

  private static void compareImages(Output images, JsonObject entry) {
    new TensorFigures(entry.getAsJsonObject("inputs")).check(images, VALUE, SUM, SUM);
    int height = (int) images.shape().get(2);
    int width = (int) images.shape().get(3);
    List<Double> row = GoldenFile.numbers(entry.get("centre_row"));
    TensorFigures.checkValues(images, height / 2 * width, row, VALUE);
    int sample = (int) (images.shape().size() / images.shape().get(0));
    List<Double> sums = GoldenFile.numbers(entry.get("inputs_per_sample_sum"));
    TensorFigures.checkSums(images, sample, sums, SUM);
  }

  private static void compareTargets(Output targets, JsonArray expected) {
    for (int i = 0; i < expected.size(); i++) {
      TensorFigures.checkValues(targets, i * CLASSES, GoldenFile.numbers(expected.get(i)), VALUE);
    }
  }

  /** Draws that a case states. */
  private static final class StatedDraws implements MixDraws {
    private final double beta;
    private final long[] permutation;
    private final List<Integer> ints = new ArrayList<>();

    StatedDraws(JsonObject entry) {
      beta = entry.get("beta_draw").getAsDouble();
      permutation =
          entry.getAsJsonArray("permutation").asList().stream()
              .mapToLong(JsonElement::getAsLong)
              .toArray();
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
