package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Initializer;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.model.ModelState;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.Linear;
import io.vertebra.nn.Sequential;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.util.Arrays;
import java.util.Set;

/**
 * Compares what an initialiser does to a layer: by its distribution, and by values drawn from it.
 */
final class InitRuleCheck {
  private static final double TOLERANCE = 1e-9;
  private static final double STANDARD_ERRORS = 5;

  private static final Set<String> FIELDS =
      Set.of(
          "type",
          "options",
          "layer",
          "weight_shape",
          "groups",
          "fan_in",
          "fan_out",
          "gain",
          "mean",
          "std",
          "low",
          "high",
          "bias");

  private final PluginRuntime plugins;
  private final JsonObject rule;

  InitRuleCheck(PluginRuntime plugins, JsonObject rule) {
    this.plugins = plugins;
    this.rule = rule;
  }

  void run() {
    GoldenFile.checkFields(rule, FIELDS);
    String type = rule.get("type").getAsString();
    if (plugins.catalog().find(Kind.INITIALIZER, type).isEmpty()) {
      abort("no bundle here provides " + type);
    }
    Sequential network = new Sequential(layer());
    try (PartBuilder builder = new PartBuilder()) {
      initializer(builder).initialize(network);
    }
    checkDistribution(network.parameters().get("0.weight").initial());
    assertThat(network.parameters().get("0.bias").initial())
        .isEqualTo(new Distribution.Constant(rule.get("bias").getAsDouble()));
    checkValues(network);
  }

  private Layer layer() {
    int[] shape =
        rule.getAsJsonArray("weight_shape").asList().stream()
            .mapToInt(JsonElement::getAsInt)
            .toArray();
    int groups = rule.get("groups").getAsInt();
    String layer = rule.get("layer").getAsString();
    return switch (layer) {
      case "Linear" -> new Linear(shape[1], shape[0], true);
      case "Conv2d" ->
          new Conv2d(
              shape[1] * groups,
              shape[0],
              new IntPair(shape[2], shape[3]),
              new ConvSettings(IntPair.of(1), IntPair.of(0), IntPair.of(1), groups),
              true);
      default -> abort("there is no layer " + layer);
    };
  }

  private Initializer initializer(PartBuilder builder) {
    JsonObject config = rule.getAsJsonObject("options").deepCopy();
    config.add("type", rule.get("type"));
    config.add("layer", rule.get("layer"));
    return plugins.build(builder, Kind.INITIALIZER, Initializer.class, config.toString());
  }

  private void checkDistribution(Distribution distribution) {
    Moments moments = Moments.of(distribution);
    check(moments.mean(), "mean");
    check(moments.std(), "std");
    if (distribution instanceof Distribution.Uniform uniform) {
      check(uniform.low(), "low");
      check(uniform.high(), "high");
    } else if (distribution instanceof Distribution.TruncatedNormal normal) {
      check(normal.low(), "low");
      check(normal.high(), "high");
    }
  }

  private void check(double actual, String field) {
    double expected = rule.get(field).getAsDouble();
    assertThat(actual)
        .as(field)
        .isCloseTo(expected, within(TOLERANCE * Math.abs(expected) + 1e-15));
  }

  private void checkValues(Sequential network) {
    double std = rule.get("std").getAsDouble();
    try (ModelState state =
        ModelState.initialize(network, plugins.engine().runtime(), plugins.engine().device(), 1)) {
      float[] values = state.parameters().get("0.weight").toFloatArray();
      Moments drawn = Moments.of(values);
      double error = STANDARD_ERRORS * std / Math.sqrt(values.length) + 1e-12;
      assertThat(drawn.mean()).isCloseTo(rule.get("mean").getAsDouble(), within(error));
      assertThat(drawn.std()).isCloseTo(std, within(error / Math.sqrt(2)));
      if (!rule.get("low").isJsonNull()) {
        double slack = 1e-6 * rule.get("high").getAsDouble();
        Arrays.sort(values);
        assertThat((double) values[0])
            .isGreaterThanOrEqualTo(rule.get("low").getAsDouble() - slack);
        assertThat((double) values[values.length - 1])
            .isLessThanOrEqualTo(rule.get("high").getAsDouble() + slack);
      }
    }
  }
}
