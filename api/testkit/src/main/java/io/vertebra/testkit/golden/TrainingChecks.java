package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Context;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Compares the loss, the gradients and a few steps of training. */
final class TrainingChecks {
  static final double LEAST_TOLERANCE = 1e-5;

  /** What a gradient may be that is zero in exact arithmetic. */
  private static final double ZERO = 1e-3;

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "library",
          "keys",
          "config",
          "input",
          "classes",
          "labels",
          "params",
          "tensors",
          "state_hash",
          "logits",
          "loss",
          "loss_float64",
          "grad_l2",
          "grad_float64_rel",
          "grad_l2_float64_rel",
          "bn_after_1_forward",
          "scale",
          "sgd",
          "adamw");

  private final PluginRuntime plugins;
  private final GoldenEntry entry;

  TrainingChecks(PluginRuntime plugins, GoldenEntry entry) {
    this.plugins = plugins;
    this.entry = entry;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("fields", () -> entry.checkFields(FIELDS)),
        dynamicTest("state dict", () -> StateChecks.check(plugins, entry)),
        dynamicTest("labels", this::checkLabels),
        dynamicTest("gradients", this::checkGradients),
        dynamicTest("running statistics", this::checkStatistics),
        dynamicTest("steps of SGD", () -> checkSteps("sgd", "SGD")),
        dynamicTest("steps of AdamW", () -> checkSteps("adamw", "AdamW")));
  }

  private GoldenModel open() {
    GoldenModel model = new GoldenModel(plugins, entry, 1);
    if (entry.json().has("scale")) {
      JsonObject scale = entry.json().getAsJsonObject("scale");
      model.scale(scale.get("suffix").getAsString(), scale.get("factor").getAsFloat());
    }
    return model;
  }

  private int classes() {
    return entry.json().get("classes").getAsInt();
  }

  private BiFunction<Context, NDManager, NDArray> loss(GoldenModel model) {
    return (context, manager) -> model.loss(context, manager, classes());
  }

  private void checkLabels() {
    List<Long> labels =
        entry.json().getAsJsonArray("labels").asList().stream()
            .map(JsonElement::getAsLong)
            .toList();
    assertThat(Fill.labels(labels.size(), classes())).containsExactly(labels.toArray(Long[]::new));
  }

  private void checkGradients() {
    Map<String, JsonElement> expected = entry.json().getAsJsonObject("grad_l2").asMap();
    Figures figures = new Figures(Math.max(LEAST_TOLERANCE, 20 * worst("grad_l2_float64_rel")));
    try (GoldenModel model = open()) {
      Map<String, Output> gradients = entry.named(model.bench().gradients(loss(model)));
      assertThat(gradients).containsOnlyKeys(expected.keySet());
      gradients.forEach(
          (name, gradient) -> {
            double norm = expected.get(name).getAsDouble();
            if (norm == 0) {
              assertThat(gradient.norm()).as(name).isCloseTo(0, within(ZERO));
            } else {
              figures.checkNumber(gradient.norm(), norm, "gradient of " + name);
            }
          });
    }
  }

  private double worst(String field) {
    return entry.json().getAsJsonObject(field).getAsJsonArray("worst").asList().stream()
        .mapToDouble(pair -> pair.getAsJsonArray().get(1).getAsDouble())
        .max()
        .orElse(0);
  }

  private void checkStatistics() {
    if (!entry.json().has("bn_after_1_forward")) {
      abort("it has no batch norm");
    }
    JsonObject expected = entry.json().getAsJsonObject("bn_after_1_forward");
    String module = expected.get("name").getAsString();
    Figures figures = new Figures(LEAST_TOLERANCE);
    try (GoldenModel model = open()) {
      model.bench().train((context, manager) -> List.of(loss(model).apply(context, manager)));
      for (String name : List.of("running_mean", "running_var")) {
        figures.checkNumber(
            Output.of(model.array(module + "." + name)).norm(),
            expected.get(name + "_l2").getAsDouble(),
            module + "." + name);
      }
    }
  }

  private void checkSteps(String section, String type) {
    try (GoldenModel model = open()) {
      new StepChecks(plugins, type, entry.json().getAsJsonObject(section))
          .check(model, loss(model));
    }
  }
}
