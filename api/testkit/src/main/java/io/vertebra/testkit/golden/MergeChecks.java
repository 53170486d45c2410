package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Mergeable;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a model whose branches are merged, section {@code deploy} of an entry. */
final class MergeChecks {
  private static final String PREFIX = "backbone.";
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

  void check() {
    assertThat(figures.keySet()).isSubsetOf(FIELDS);
    JsonObject deploy = new JsonObject();
    deploy.addProperty("deploy", true);
    double gain = entry.number("gain", 1);
    try (GoldenModel trained = new GoldenModel(plugins, entry, gain);
        GoldenModel merged = new GoldenModel(plugins, entry.withBackbone(deploy), gain)) {
      GradMode.OFF.run(() -> merge(trained, merged));
      checkStateDict(merged);
      checkArrays(merged);
      new Figures(TOLERANCE)
          .checkLogits(
              merged.bench().evaluate(merged::logits).get(0), figures.getAsJsonObject("logits"));
    }
  }

  /** Writes the merged arrays of one model into another; the head has its own already. */
  private void merge(GoldenModel from, GoldenModel to) {
    Tensors tensors = new Tensors(plugins.engine().runtime());
    Mergeable backbone = (Mergeable) from.algorithm().modules().get("backbone");
    Map<String, NDArray> targets = backboneArrays(to);
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Map<String, NDArray> arrays = backbone.merge(plugins.engine().ops(), backboneArrays(from));
      assertThat(arrays).containsOnlyKeys(targets.keySet());
      arrays.forEach((name, array) -> tensors.copy(array, targets.get(name)));
    }
  }

  private static Map<String, NDArray> backboneArrays(GoldenModel model) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    model
        .bench()
        .state()
        .stateDict()
        .forEach(
            (name, array) -> {
              if (name.startsWith(PREFIX)) {
                arrays.put(name.substring(PREFIX.length()), array);
              }
            });
    return arrays;
  }

  private void checkStateDict(GoldenModel merged) {
    StateChecks.checkSize(figures, merged);
    List<String> first =
        figures.getAsJsonArray("first_keys").asList().stream()
            .map(JsonElement::getAsString)
            .toList();
    assertThat(merged.algorithm().tensors().keySet().stream().limit(first.size()))
        .containsExactlyElementsOf(first);
  }

  private void checkArrays(GoldenModel merged) {
    Map<String, NDArray> state = merged.bench().state().stateDict();
    figures
        .getAsJsonObject("fused")
        .asMap()
        .forEach((name, values) -> checkFirst(Output.of(state.get(name)), name, values));
  }

  private static void checkFirst(Output array, String name, JsonElement values) {
    List<Double> expected = GoldenEntry.numbers(values);
    for (int i = 0; i < expected.size(); i++) {
      assertThat((double) array.value(i))
          .as("%s, value %d", name, i)
          .isCloseTo(expected.get(i), within(TOLERANCE * Math.abs(expected.get(i))));
    }
  }
}
