package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Compares the state dict, the parts, the logits and the feature maps of a model. */
final class ModelChecks {
  /** Fields that are compared, or that only say what a model is. */
  private static final Set<String> FIELDS =
      Set.of(
          "variant",
          "library",
          "class",
          "config",
          "config_name",
          "keys",
          "params",
          "tensors",
          "traits",
          "state_hash",
          "input",
          "output_shape",
          "logits",
          "stages",
          "stage_config",
          "stage_extra_keys",
          "alt",
          "deploy",
          "float64_rel",
          "sensitivity",
          "unused",
          "weak",
          "macs",
          "macs_by",
          "macs_ops",
          "gain",
          "left",
          "note");

  private final PluginRuntime plugins;
  private final GoldenEntry entry;

  ModelChecks(PluginRuntime plugins, GoldenEntry entry) {
    this.plugins = plugins;
    this.entry = entry;
  }

  Stream<DynamicTest> tests() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("fields", () -> entry.checkFields(FIELDS)));
    tests.add(dynamicTest("state dict", this::checkStateDict));
    tests.add(dynamicTest("names of other libraries", () -> NameChecks.check(plugins, entry)));
    if (entry.json().has("macs_ops")) {
      tests.add(dynamicTest("multiply-adds", () -> CostChecks.check(plugins, entry)));
    }
    tests.add(
        dynamicTest("logits", () -> checkLogits(entry.number("gain", 1), entry.json(), "logits")));
    if (entry.json().has("alt")) {
      JsonObject alt = entry.json().getAsJsonObject("alt");
      tests.add(
          dynamicTest(
              "logits of small weights",
              () -> checkLogits(alt.get("gain").getAsDouble(), alt, "logits")));
    }
    if (entry.json().has("deploy")) {
      tests.add(dynamicTest("merged branches", new MergeChecks(plugins, entry)::check));
    }
    if (entry.json().has("stages")) {
      Figures figures = new Figures(tolerance(entry.json()));
      tests.add(dynamicTest("stages", () -> new StageChecks(plugins, entry, figures).check()));
    }
    if (entry.json().has("traits")) {
      tests.add(dynamicTest("traits", () -> TraitChecks.check(plugins, entry)));
    }
    return tests.stream();
  }

  private void checkStateDict() {
    StateChecks.check(plugins, entry);
  }

  private void checkLogits(double gain, JsonObject place, String field) {
    Figures figures = new Figures(tolerance(place));
    try (GoldenModel model = new GoldenModel(plugins, entry, gain)) {
      Output logits = model.bench().evaluate(model::logits).get(0);
      figures.checkLogits(logits, place.getAsJsonObject(field));
    }
  }

  private double tolerance(JsonObject place) {
    double noise =
        place.has("float64_rel")
            ? place.get("float64_rel").getAsDouble()
            : entry.number("float64_rel", 0);
    return Math.max(1e-5, 20 * noise);
  }
}
