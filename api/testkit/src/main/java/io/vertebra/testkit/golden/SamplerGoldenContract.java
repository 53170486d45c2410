package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.SamplerContext;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.registry.bind.PartBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares what samplers draw with MMEngine and MMPretrain: the section {@code samplers} of {@code
 * golden/parts/sampler.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. A case of a sampler that is not there is skipped.
 */
public abstract class SamplerGoldenContract extends GoldenContract {
  private static final Set<String> FIELDS =
      Set.of(
          "type",
          "options",
          "dataset",
          "world_size",
          "total_size",
          "ranks",
          "batch_size",
          "drop_last");
  private static final Set<String> RANK_FIELDS = Set.of("rank", "length", "indices", "batches");

  /** Makes the contract. */
  protected SamplerGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> samplers() {
    List<JsonObject> cases = entries("sampler", "samplers").toList();
    return IntStream.range(0, cases.size())
        .mapToObj(i -> dynamicTest(i + " " + type(cases.get(i)), () -> check(cases.get(i))));
  }

  private static String type(JsonObject golden) {
    return golden.get("type").getAsString();
  }

  private void check(JsonObject golden) {
    assumeProvided(Kind.SAMPLER, type(golden));
    GoldenFile.checkFields(golden, FIELDS);
    int total = 0;
    for (JsonElement rank : golden.getAsJsonArray("ranks")) {
      total += check(golden, rank.getAsJsonObject());
    }
    // Of a sampler that repeats samples the total counts what no replica draws.
    if (type(golden).equals("DefaultSampler")) {
      assertThat(total).isEqualTo(golden.get("total_size").getAsInt());
    }
  }

  private int check(JsonObject golden, JsonObject rank) {
    GoldenFile.checkFields(rank, RANK_FIELDS);
    Sized dataset = new Sized(golden.get("dataset").getAsInt());
    SamplerContext context =
        new SamplerContext(
            dataset, 0, rank.get("rank").getAsInt(), golden.get("world_size").getAsInt());
    JsonObject config = golden.getAsJsonObject("options").deepCopy();
    config.add("type", golden.get("type"));
    try (PartBuilder builder = new PartBuilder()) {
      Sampler sampler =
          plugins().build(builder, Kind.SAMPLER, Sampler.class, config.toString(), context);
      int[] indices = sampler.indices(0);
      int[] expected =
          GoldenFile.numbers(rank.get("indices")).stream().mapToInt(Double::intValue).toArray();
      assertThat(indices).hasSize(rank.get("length").getAsInt());
      assertThat(Arrays.copyOf(indices, expected.length)).isEqualTo(expected);
      if (rank.has("batches")) {
        checkBatches(golden, sampler, dataset, rank.get("batches").getAsInt());
      }
      return indices.length;
    }
  }

  private static void checkBatches(
      JsonObject golden, Sampler sampler, Dataset dataset, int expected) {
    LoaderSettings settings =
        new LoaderSettings(
            golden.get("batch_size").getAsInt(),
            1,
            golden.get("drop_last").getAsBoolean(),
            LoaderSettings.Unreadable.FAIL,
            0);
    try (DataLoader loader = new DataLoader(dataset, sampler, settings)) {
      assertThat(loader.batches()).isEqualTo(expected);
    }
  }

  /** A number of samples. */
  private record Sized(int size) implements Dataset {
    @Override
    public List<String> classes() {
      return List.of("only");
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      throw new UnsupportedOperationException("a sampler reads no images");
    }
  }
}
