package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.config.OptimWrapperOptions.Constructor;
import io.vertebra.engine.config.ParamwiseOptions;
import io.vertebra.engine.optim.ParameterRules;
import io.vertebra.engine.optim.ParameterSettings;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/** The parameters of one recipe with their settings. */
final class ParamwiseRecipe {
  private static final double TOLERANCE = 1e-9;
  private static final String LAYER = "layer_id";

  private static final Set<String> FIELDS =
      Set.of(
          "config",
          "edits",
          "model",
          "optimizer",
          "base_lr",
          "base_weight_decay",
          "constructor",
          "paramwise_cfg",
          "groups",
          "params",
          "frozen");

  private static final Set<String> RULES =
      Set.of(
          "custom_keys",
          "bias_lr_mult",
          "bias_decay_mult",
          "norm_decay_mult",
          "dwconv_decay_mult",
          "flat_decay_mult",
          "layer_decay_rate");

  private final PluginRuntime plugins;
  private final JsonObject recipe;

  ParamwiseRecipe(PluginRuntime plugins, JsonObject recipe) {
    this.plugins = plugins;
    this.recipe = recipe;
  }

  void check() {
    GoldenFile.checkFields(recipe, FIELDS);
    JsonObject model = recipe.getAsJsonObject("model").deepCopy();
    // How batches are mixed and where first values come from says nothing of rates.
    model.remove("train_cfg");
    withoutInitialisers(model);
    GoldenEntry.missingType(model, plugins.catalog())
        .ifPresent(type -> abort("no bundle here provides " + type));
    try (PartBuilder builder = new PartBuilder()) {
      check(plugins.build(builder, Kind.ALGORITHM, Algorithm.class, model.toString()));
    }
  }

  private static void withoutInitialisers(JsonElement element) {
    if (element.isJsonObject()) {
      element.getAsJsonObject().remove("init_cfg");
      element.getAsJsonObject().asMap().values().forEach(ParamwiseRecipe::withoutInitialisers);
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(ParamwiseRecipe::withoutInitialisers);
    }
  }

  private void check(Algorithm algorithm) {
    JsonObject rules = recipe.getAsJsonObject("paramwise_cfg");
    if (rules.isEmpty()) {
      checkOneGroup(algorithm);
      return;
    }
    Constructor constructor =
        recipe.get("constructor").getAsString().startsWith("LearningRateDecay")
            ? Constructor.BY_LAYER
            : Constructor.BY_RULES;
    List<ParameterSettings> settings =
        new ParameterRules(options(rules), constructor).settings(algorithm);
    List<JsonArray> expected = rows();
    assertThat(settings)
        .extracting(ParameterSettings::name)
        .containsExactlyElementsOf(expected.stream().map(row -> row.get(0).getAsString()).toList());
    for (int i = 0; i < expected.size(); i++) {
      check(settings.get(i), expected.get(i));
    }
  }

  /** Without rules the reference's one group lists frozen parameters too. */
  private void checkOneGroup(Algorithm algorithm) {
    assertThat(algorithm.parameters().keySet())
        .containsExactlyElementsOf(rows().stream().map(row -> row.get(0).getAsString()).toList());
    assertThat(frozen(algorithm))
        .containsExactlyInAnyOrderElementsOf(
            recipe.getAsJsonArray("frozen").asList().stream()
                .map(JsonElement::getAsString)
                .toList());
    assertThat(new ParameterRules(ParamwiseOptions.NONE, Constructor.BY_RULES).settings(algorithm))
        .allSatisfy(
            each -> assertThat(each.ofGroup()).isEqualTo(ParameterSettings.of("", Map.of())));
  }

  private static Set<String> frozen(Algorithm algorithm) {
    return algorithm.parameters().entrySet().stream()
        .filter(entry -> !entry.getValue().trainable())
        .map(Map.Entry<String, Parameter>::getKey)
        .collect(Collectors.toSet());
  }

  private List<JsonArray> rows() {
    return recipe.getAsJsonArray("params").asList().stream()
        .map(JsonElement::getAsJsonArray)
        .toList();
  }

  private static void check(ParameterSettings settings, JsonArray expected) {
    String parameter = settings.name();
    assertThat(settings.lrFactor())
        .as("rate of %s", parameter)
        .isCloseTo(expected.get(1).getAsDouble(), relative(expected.get(1)));
    if (!expected.get(2).isJsonNull()) {
      assertThat(settings.decayFactor())
          .as("weight decay of %s", parameter)
          .isCloseTo(expected.get(2).getAsDouble(), relative(expected.get(2)));
    }
    Map<String, JsonElement> others =
        new LinkedHashMap<>(expected.get(3).getAsJsonObject().asMap());
    Optional.ofNullable(others.remove(LAYER))
        .ifPresent(layer -> assertThat(settings.layer()).hasValue(layer.getAsInt()));
    Map<String, Double> overrides = new LinkedHashMap<>();
    others.forEach((key, value) -> overrides.put(key, number(value)));
    assertThat(settings.overrides()).as("others of %s", parameter).isEqualTo(overrides);
  }

  private static Offset<Double> relative(JsonElement figure) {
    return within(TOLERANCE * Math.abs(figure.getAsDouble()));
  }

  private static ParamwiseOptions options(JsonObject rules) {
    GoldenFile.checkFields(rules, RULES);
    Map<String, Map<String, Object>> keys = new LinkedHashMap<>();
    if (rules.has("custom_keys")) {
      rules
          .getAsJsonObject("custom_keys")
          .asMap()
          .forEach(
              (key, settings) -> {
                Map<String, Object> values = new LinkedHashMap<>();
                settings
                    .getAsJsonObject()
                    .asMap()
                    .forEach((option, value) -> values.put(option, number(value)));
                keys.put(key, values);
              });
    }
    return new ParamwiseOptions(
        keys,
        factor(rules, "bias_lr_mult"),
        factor(rules, "bias_decay_mult"),
        factor(rules, "norm_decay_mult"),
        factor(rules, "dwconv_decay_mult"),
        factor(rules, "flat_decay_mult"),
        factor(rules, "layer_decay_rate").orElse(1.0),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Double> factor(JsonObject rules, String key) {
    return Optional.ofNullable(rules.get(key)).map(JsonElement::getAsDouble);
  }

  private static double number(JsonElement value) {
    boolean truth = value.getAsJsonPrimitive().isBoolean();
    return truth ? (value.getAsBoolean() ? 1 : 0) : value.getAsDouble();
  }
}
