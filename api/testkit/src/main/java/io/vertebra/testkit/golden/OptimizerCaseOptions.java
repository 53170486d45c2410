package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.config.ClipGradOptions;
import io.vertebra.engine.config.NormType;
import io.vertebra.engine.config.OptimWrapperOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an optimizer and its wrapper are told in a case.
 *
 * @param golden the case
 */
record OptimizerCaseOptions(JsonObject golden) {
  /** The wrapper of an optimizer. */
  OptimWrapperOptions wrapper(Optimizer optimizer) {
    OptimWrapperOptions plain = OptimWrapperOptions.of(optimizer);
    return new OptimWrapperOptions(
        plain.type(),
        optimizer,
        clipping(),
        golden.has("accumulative_counts") ? golden.get("accumulative_counts").getAsInt() : 1,
        plain.constructor(),
        plain.paramwiseCfg(),
        plain.amp());
  }

  /** How gradients are clipped, empty where they are not. */
  Optional<ClipGradOptions> clipping() {
    if (!golden.has("clip_grad") || golden.get("clip_grad").isJsonNull()) {
      return Optional.empty();
    }
    JsonObject clip = golden.getAsJsonObject("clip_grad");
    assertThat(clip.keySet()).isSubsetOf("type", "max_norm", "norm_type", "clip_value");
    boolean value = clip.has("type") && clip.get("type").getAsString().equals("value");
    return Optional.of(
        new ClipGradOptions(
            value ? ClipGradOptions.Type.VALUE : ClipGradOptions.Type.NORM,
            Optional.ofNullable(clip.get("max_norm")).map(JsonElement::getAsDouble),
            new NormType(
                Optional.ofNullable(clip.get("norm_type"))
                    .map(OptimizerCaseOptions::order)
                    .orElse(2.0)),
            Optional.ofNullable(clip.get("clip_value")).map(JsonElement::getAsDouble),
            1,
            0));
  }

  private static double order(JsonElement value) {
    return value.getAsString().equals("inf") ? Double.POSITIVE_INFINITY : value.getAsDouble();
  }

  /** What the group of a parameter has different, as hyper-parameters name it. */
  Map<String, Double> changes(String parameter) {
    Map<String, Double> changes = new HashMap<>();
    if (golden.has("group_options") && golden.getAsJsonObject("group_options").has(parameter)) {
      golden
          .getAsJsonObject("group_options")
          .getAsJsonObject(parameter)
          .asMap()
          .forEach((name, value) -> addChange(changes, name, value));
    }
    return changes;
  }

  private static void addChange(Map<String, Double> changes, String name, JsonElement value) {
    if (value.isJsonArray()) {
      String single = name.replaceAll("s$", "");
      for (int i = 0; i < value.getAsJsonArray().size(); i++) {
        changes.put(single + (i + 1), value.getAsJsonArray().get(i).getAsDouble());
      }
      return;
    }
    JsonPrimitive scalar = value.getAsJsonPrimitive();
    changes.put(
        name, scalar.isBoolean() ? (scalar.getAsBoolean() ? 1.0 : 0.0) : scalar.getAsDouble());
  }
}
