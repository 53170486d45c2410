package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.init.Initialization;
import io.vertebra.engine.model.ModelState;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;
import java.util.Set;

/** Compares mean and deviation of each parameter of a new model with a sample of the reference. */
final class InitModelCheck {
  private static final double STANDARD_ERRORS = 5;

  /** The figures have four digits. */
  private static final double ROUNDING = 1e-3;

  private final PluginRuntime plugins;
  private final JsonObject entry;

  InitModelCheck(PluginRuntime plugins, JsonObject entry) {
    this.plugins = plugins;
    this.entry = entry;
  }

  void run() {
    assertThat(entry.keySet()).isSubsetOf(Set.of("config", "model", "params"));
    JsonObject model = entry.getAsJsonObject("model").deepCopy();
    // How batches are mixed says nothing of first values.
    model.remove("train_cfg");
    GoldenEntry.missingType(model, plugins.catalog())
        .ifPresent(type -> abort("no bundle here provides " + type));
    try (PartBuilder builder = new PartBuilder()) {
      Algorithm algorithm =
          plugins.build(builder, Kind.ALGORITHM, Algorithm.class, model.toString());
      new Initialization(builder).apply(algorithm);
      try (ModelState state =
          ModelState.initialize(
              algorithm, plugins.engine().runtime(), plugins.engine().device(), 1)) {
        check(state);
      }
    }
  }

  private void check(ModelState state) {
    List<JsonArray> expected =
        entry.getAsJsonArray("params").asList().stream().map(JsonElement::getAsJsonArray).toList();
    assertThat(state.parameters().keySet())
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(figures -> figures.get(0).getAsString()).toList());
    for (JsonArray figures : expected) {
      String parameter = figures.get(0).getAsString();
      float[] values = state.parameters().get(parameter).toFloatArray();
      assertThat(values).as(parameter).hasSize(figures.get(1).getAsInt());
      check(
          parameter,
          Moments.of(values),
          new Moments(figures.get(2).getAsDouble(), figures.get(3).getAsDouble()),
          values.length);
    }
  }

  /** Both are samples, so the error of their difference counts; 0 is a constant. */
  private static void check(String parameter, Moments actual, Moments expected, int size) {
    double error = STANDARD_ERRORS * expected.std() * Math.sqrt(2.0 / size);
    assertThat(actual.mean())
        .as("mean of %s", parameter)
        .isCloseTo(expected.mean(), within(error + ROUNDING * Math.abs(expected.mean())));
    assertThat(actual.std())
        .as("deviation of %s", parameter)
        .isCloseTo(expected.std(), within(error / Math.sqrt(2) + ROUNDING * expected.std()));
  }
}
