package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.inference.BranchMerging;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a model whose branches are merged, section {@code deploy} of an entry. */
final class MergeChecks {
  private static final double TOLERANCE = 1e-5;
  private static final Set<String> FIELDS =
      Set.of("params", "tensors", "first_keys", "logits", "rel_diff_to_train_form", "fused");

  private final PluginRuntime plugins;
  private final GoldenEntry entry;
  private final JsonObject figures;

  MergeChecks(PluginRuntime plugins, GoldenEntry entry) {
    this.plugins = plugins;
    this.entry = entry;
    this.figures = entry.json().getAsJsonObject("deploy");
  }

  void check() throws IOException {
    GoldenFile.checkFields(figures, FIELDS);
    JsonObject deploy = new JsonObject();
    deploy.addProperty("deploy", true);
    GoldenEntry mergedEntry = entry.withBackbone(deploy);
    Path trained = Files.createTempFile("trained", Checkpoint.ENDING);
    Path merged = Files.createTempFile("merged", Checkpoint.ENDING);
    try {
      writeTrained(trained);
      try (Checkpoint weights = Checkpoint.openWeights(trained)) {
        new BranchMerging(plugins.engine(), plugins.catalog())
            .merge(config(entry), weights, merged);
      }
      checkMerged(mergedEntry, merged);
    } finally {
      Files.delete(trained);
      Files.delete(merged);
    }
  }

  private static MappingNode config(GoldenEntry entry) {
    JsonObject config = new JsonObject();
    config.add("model", entry.config());
    return new ConfigLoader()
        .loadText(Path.of(entry.name() + ".json"), config.toString(), List.of());
  }

  private void writeTrained(Path file) throws IOException {
    CheckpointInfo info = new CheckpointInfo("", List.of(), 0, 0, Map.of(), Map.of());
    try (GoldenModel model = new GoldenModel(plugins, entry, entry.number("gain", 1))) {
      Checkpoint.write(
          file, info, model.bench().state().stateDict(), Map.of(), plugins.engine().files());
    }
  }

  private void checkMerged(GoldenEntry mergedEntry, Path file) throws IOException {
    try (GoldenModel model = new GoldenModel(plugins, mergedEntry, 1);
        Checkpoint weights = Checkpoint.open(file)) {
      weights.loadInto(model.bench().state(), plugins.engine().files());
      StateChecks.checkSize(figures, model);
      assertThat(model.algorithm().tensors().keySet()).containsSequence(firstKeys());
      checkArrays(model.bench().state().stateDict());
      new Figures(TOLERANCE)
          .checkLogits(
              model.bench().evaluate(model::logits).get(0), figures.getAsJsonObject("logits"));
    }
  }

  private List<String> firstKeys() {
    return figures.getAsJsonArray("first_keys").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private void checkArrays(Map<String, NDArray> state) {
    figures
        .getAsJsonObject("fused")
        .asMap()
        .forEach((name, values) -> checkFirst(Output.of(state.get(name)), name, values));
  }

  private static void checkFirst(Output array, String name, JsonElement values) {
    List<Double> expected = GoldenFile.numbers(values);
    for (int i = 0; i < expected.size(); i++) {
      assertThat((double) array.value(i))
          .as("%s, value %d", name, i)
          .isCloseTo(expected.get(i), within(TOLERANCE * Math.abs(expected.get(i))));
    }
  }
}
