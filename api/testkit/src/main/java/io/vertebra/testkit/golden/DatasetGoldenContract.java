package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Target;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares data sets that are made of others with MMEngine: the sections {@code balanced} and
 * {@code wrappers} of {@code golden/parts/sampler.json} among the resources of the test, or below
 * the folder that the system property {@code vertebra.golden} names. A case of a data set that is
 * not there is skipped.
 */
public abstract class DatasetGoldenContract extends GoldenContract {
  private static final Set<String> BALANCED =
      Set.of(
          "histogram",
          "oversample_thr",
          "per_class",
          "length",
          "first_indices",
          "extra_labels",
          "sample_factors");
  private static final String WRAPPER = "type|source|sources|times|length|rule|item_\\d+";
  private static final String BALANCED_TYPE = "ClassBalancedDataset";

  /** Makes the contract. */
  protected DatasetGoldenContract() {}

  /**
   * How often each sample is to come, before rounding, as the data set under test computes it.
   *
   * @param source the samples
   * @param threshold its option {@code oversample_thr}
   * @return a factor of 1 or more for each sample
   */
  protected abstract double[] repeatFactors(Dataset source, double threshold);

  @TestFactory
  final Stream<DynamicTest> balanced() {
    List<JsonObject> cases = entries("sampler", "balanced").toList();
    return IntStream.range(0, cases.size())
        .mapToObj(i -> dynamicTest("balanced " + i, () -> checkBalanced(cases.get(i))));
  }

  @TestFactory
  final Stream<DynamicTest> wrappers() {
    return entries("sampler", "wrappers")
        .map(each -> dynamicTest(each.get("type").getAsString(), () -> checkWrapper(each)));
  }

  private Dataset build(PartBuilder builder, String type, String options) {
    assumeProvided(Kind.DATASET, type);
    String config = "{type: " + type + ", " + options + "}";
    return plugins().build(builder, Kind.DATASET, Dataset.class, config);
  }

  private void checkBalanced(JsonObject golden) {
    GoldenFile.checkFields(golden, BALANCED);
    double threshold = golden.get("oversample_thr").getAsDouble();
    List<List<Integer>> labels = labels(golden);
    int classes = golden.getAsJsonArray("histogram").size();
    String options = "classes: %d, labels: %s".formatted(classes, labels);
    try (PartBuilder builder = new PartBuilder()) {
      Dataset source = build(builder, "ToyLabels", options);
      Dataset balanced =
          build(
              builder,
              BALANCED_TYPE,
              "oversample_thr: %s, dataset: {type: ToyLabels, %s}".formatted(threshold, options));
      assertThat(balanced.size()).isEqualTo(golden.get("length").getAsInt());
      List<Double> first = GoldenFile.numbers(golden.get("first_indices"));
      for (int i = 0; i < first.size(); i++) {
        assertThat(balanced.target(i)).isEqualTo(source.target(first.get(i).intValue()));
      }
      checkFactors(golden, repeatFactors(source, threshold));
    }
  }

  /** Samples sorted by class, some with further labels. */
  private static List<List<Integer>> labels(JsonObject golden) {
    List<List<Integer>> labels = new ArrayList<>();
    JsonArray histogram = golden.getAsJsonArray("histogram");
    for (int label = 0; label < histogram.size(); label++) {
      for (int i = 0; i < histogram.get(label).getAsInt(); i++) {
        labels.add(new ArrayList<>(List.of(label)));
      }
    }
    if (golden.has("extra_labels")) {
      golden
          .getAsJsonObject("extra_labels")
          .asMap()
          .forEach(
              (sample, extra) ->
                  extra
                      .getAsJsonArray()
                      .forEach(
                          label -> labels.get(Integer.parseInt(sample)).add(label.getAsInt())));
    }
    return labels;
  }

  private static void checkFactors(JsonObject golden, double... factors) {
    int sample = golden.has("extra_labels") ? -1 : 0;
    for (JsonElement each : golden.getAsJsonArray("per_class")) {
      JsonObject expected = each.getAsJsonObject();
      if (sample >= 0) {
        checkFactor(factors[sample], expected.get("repeat_factor").getAsDouble());
        assertThat((int) Math.ceil(factors[sample])).isEqualTo(expected.get("repeats").getAsInt());
        sample += expected.get("count").getAsInt();
      }
    }
    if (golden.has("sample_factors")) {
      List<Double> expected = GoldenFile.numbers(golden.get("sample_factors"));
      List<String> samples = List.copyOf(golden.getAsJsonObject("extra_labels").keySet());
      for (int i = 0; i < expected.size(); i++) {
        checkFactor(factors[Integer.parseInt(samples.get(i))], expected.get(i));
      }
    }
  }

  private static void checkFactor(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12));
  }

  private void checkWrapper(JsonObject golden) {
    assertThat(golden.keySet()).as("fields").allMatch(field -> field.matches(WRAPPER));
    List<Integer> sizes =
        golden.has("sources")
            ? GoldenFile.numbers(golden.get("sources")).stream().map(Double::intValue).toList()
            : List.of(golden.get("source").getAsInt());
    int classes = sizes.stream().mapToInt(Integer::intValue).sum();
    List<String> sources = new ArrayList<>();
    int label = 0;
    for (int size : sizes) {
      List<List<Integer>> labels =
          IntStream.range(label, label + size).mapToObj(each -> List.of(each)).toList();
      sources.add("{type: ToyLabels, classes: %d, labels: %s}".formatted(classes, labels));
      label += size;
    }
    try (PartBuilder builder = new PartBuilder()) {
      String options =
          golden.has("times")
              ? "times: %d, dataset: %s".formatted(golden.get("times").getAsInt(), sources.get(0))
              : "datasets: " + sources;
      Dataset dataset = build(builder, golden.get("type").getAsString(), options);
      assertThat(dataset.size()).isEqualTo(golden.get("length").getAsInt());
      for (int i = 0; i < dataset.size(); i++) {
        assertThat(dataset.label(i)).isEqualTo(i % classes);
      }
      checkItems(golden, dataset, sizes);
    }
  }

  /** Compares items that the figures name by their source and their place in it. */
  private static void checkItems(JsonObject golden, Dataset dataset, List<Integer> sizes) {
    for (String field : golden.keySet()) {
      if (field.startsWith("item_")) {
        int source = golden.getAsJsonArray(field).get(0).getAsInt();
        int item = golden.getAsJsonArray(field).get(1).getAsInt();
        int before = sizes.subList(0, source).stream().mapToInt(Integer::intValue).sum();
        int index = Integer.parseInt(field.substring("item_".length()));
        assertThat(dataset.target(index).labels()).isEqualTo(Target.of(before + item).labels());
      }
    }
  }
}
