package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Context;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.ShownModules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares feature maps: those of the stages of a backbone, or what its modules give where the
 * figures are of modules.
 */
final class StageChecks {
  private final PluginRuntime plugins;
  private final GoldenEntry entry;
  private final Figures figures;
  private final Map<String, JsonObject> stages = new LinkedHashMap<>();

  StageChecks(PluginRuntime plugins, GoldenEntry entry, Figures figures) {
    this.plugins = plugins;
    this.entry = entry;
    this.figures = figures;
    for (JsonElement stage : entry.json().getAsJsonArray("stages")) {
      stages.put(stage.getAsJsonObject().get("name").getAsString(), stage.getAsJsonObject());
    }
  }

  void check() {
    if (entry.json().has("stage_config")) {
      checkFeatures();
    } else {
      checkModules();
    }
  }

  private void checkFeatures() {
    try (GoldenModel model =
        new GoldenModel(plugins, entry.withStages(), entry.number("gain", 1))) {
      List<Output> features = model.bench().evaluate(model::features);
      assertThat(features).hasSameSizeAs(stages.values());
      int index = 0;
      for (JsonObject stage : stages.values()) {
        figures.checkStage(features.get(index++), stage);
      }
    }
  }

  /** Only modules that stand under the same name in our network can be compared. */
  private void checkModules() {
    try (GoldenModel model = new GoldenModel(plugins, entry, entry.number("gain", 1))) {
      Map<String, Output> outputs = new LinkedHashMap<>();
      model.bench().evaluate((context, manager) -> logits(model, context, manager, outputs));
      if (outputs.isEmpty()) {
        abort("our network has none of the modules " + stages.keySet());
      }
      outputs.forEach((name, output) -> checkModule(output, stages.get(name)));
    }
  }

  /**
   * The figures were taken when the pass was over. Those without negative values may be of an
   * output that a rectifier changed in place.
   */
  private void checkModule(Output output, JsonObject stage) {
    boolean rectified = stage.get("mean").equals(stage.get("mean_abs"));
    figures.checkStage(rectified ? output.rectified() : output, stage);
  }

  private List<NDArray> logits(
      GoldenModel model, Context context, NDManager manager, Map<String, Output> outputs) {
    Map<String, String> names = new LinkedHashMap<>();
    stages.keySet().forEach(name -> names.put(entry.prefix() + name, name));
    ShownModules shown = new ShownModules(context, model.algorithm(), names.keySet());
    List<NDArray> logits = model.logits(shown, manager);
    shown.outputs().forEach((name, output) -> outputs.put(names.get(name), output));
    return logits;
  }
}
