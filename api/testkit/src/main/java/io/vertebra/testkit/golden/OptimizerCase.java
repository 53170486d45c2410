package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.optim.ParameterGroups;
import io.vertebra.engine.optim.ParameterSettings;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.train.StepScope;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Steps of one optimizer, with one group for each parameter, and with clipping and accumulation
 * where the case has them. It owns their arrays.
 */
final class OptimizerCase implements AutoCloseable {
  private static final double TOLERANCE = 2e-6;

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "library",
          "type",
          "options",
          "grad_scale",
          "group_options",
          "zero_param",
          "note",
          "after",
          "clip_grad",
          "accumulative_counts",
          "micro_steps",
          "updates");

  private final JsonObject golden;
  private final OptimizerCaseOptions options;
  private final String prefix;
  private final PluginRuntime plugins;
  private final PartBuilder builder = new PartBuilder();
  private final NDManager manager;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final List<ParameterSettings> settings = new ArrayList<>();
  private final OptimizerRunner runner;

  OptimizerCase(PluginRuntime plugins, JsonObject file, JsonObject golden) {
    GoldenFile.checkFields(golden, FIELDS);
    this.golden = golden;
    this.options = new OptimizerCaseOptions(golden);
    this.prefix = file.has("key_prefix") ? file.get("key_prefix").getAsString() : "";
    this.plugins = plugins;
    this.manager = plugins.engine().runtime().newManager(plugins.engine().device());
    file.getAsJsonObject("params").asMap().forEach(this::addParameter);
    this.runner = runner(optimizer());
  }

  private OptimizerRunner runner(Optimizer optimizer) {
    TorchRuntime runtime = plugins.engine().runtime();
    return new OptimizerRunner(
        runtime,
        ParameterGroups.divide(runtime, parameters, settings, optimizer, 1),
        options.wrapper(optimizer),
        lastStep());
  }

  private int lastStep() {
    return golden.has("micro_steps")
        ? golden.get("micro_steps").getAsInt()
        : golden.getAsJsonObject("after").keySet().stream()
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
  }

  private Optimizer optimizer() {
    JsonObject config = golden.getAsJsonObject("options").deepCopy();
    config.add("type", golden.get("type"));
    return plugins.build(builder, Kind.OPTIMIZER, Optimizer.class, config.toString());
  }

  private void addParameter(String name, JsonElement shape) {
    NDArray array = filled(name, GoldenFile.shape(shape), isZero(name) ? 0 : 1);
    parameters.put(name, array);
    array.setRequiresGradient(true);
    settings.add(ParameterSettings.of(name, options.changes(name)));
  }

  private boolean isZero(String name) {
    return golden.has("zero_param") && golden.get("zero_param").getAsString().equals(name);
  }

  private NDArray filled(String key, Shape shape, double scale) {
    return manager.create(new Fill(prefix + key).values(shape.size(), 0, scale), shape);
  }

  void check() {
    Map<Integer, JsonObject> figures = golden.has("updates") ? updates() : after();
    for (int step = 1; step <= lastStep(); step++) {
      OptionalDouble norm = step(step);
      JsonObject expected = figures.get(step);
      if (expected != null) {
        checkParameters(step, expected.getAsJsonObject("values"));
        checkNorm(norm, expected);
      }
    }
  }

  private Map<Integer, JsonObject> after() {
    Map<Integer, JsonObject> figures = new HashMap<>();
    golden
        .getAsJsonObject("after")
        .asMap()
        .forEach(
            (step, values) -> {
              JsonObject figure = new JsonObject();
              figure.add("values", values);
              figures.put(Integer.parseInt(step), figure);
            });
    return figures;
  }

  private Map<Integer, JsonObject> updates() {
    Map<Integer, JsonObject> figures = new HashMap<>();
    for (JsonElement each : golden.getAsJsonArray("updates")) {
      JsonObject update = each.getAsJsonObject();
      assertThat(update.keySet()).isSubsetOf("micro_step", "values", "norm_before_clip");
      figures.put(update.get("micro_step").getAsInt(), update);
    }
    return figures;
  }

  /** The recorded norm is the Euclidean one, whatever gradients are clipped by. */
  private void checkNorm(OptionalDouble norm, JsonObject expected) {
    boolean euclidean = options.clipping().map(clip -> clip.normType().value() == 2).orElse(false);
    if (norm.isPresent() && euclidean) {
      double figure = expected.get("norm_before_clip").getAsDouble();
      assertThat(norm.getAsDouble()).isCloseTo(figure, within(TOLERANCE * Math.max(1, figure)));
    }
  }

  /** The gradient of a sum of products with numbers is the numbers. */
  private OptionalDouble step(int step) {
    double scale = golden.get("grad_scale").getAsDouble();
    try (StepScope scope = new StepScope(manager)) {
      NDArray loss =
          parameters.entrySet().stream()
              .map(
                  entry -> {
                    String key = "grad" + step + "." + entry.getKey();
                    NDArray array = entry.getValue();
                    return filled(key, array.getShape(), scale).mul(array).sum();
                  })
              .reduce(NDArray::add)
              .orElseThrow();
      return runner.step(loss, scope.manager()).norm();
    }
  }

  private void checkParameters(int step, JsonObject expected) {
    assertThat(expected.keySet()).isEqualTo(parameters.keySet());
    parameters.forEach(
        (name, array) -> {
          float[] values = array.toFloatArray();
          List<Double> figures = GoldenFile.numbers(expected.get(name));
          assertThat(values).hasSize(figures.size());
          for (int i = 0; i < values.length; i++) {
            double figure = figures.get(i);
            assertThat((double) values[i])
                .as("%s[%d] after step %d", name, i, step)
                .isCloseTo(figure, within(TOLERANCE * Math.max(1, Math.abs(figure))));
          }
        });
  }

  @Override
  public void close() {
    runner.close();
    manager.close();
    builder.close();
  }
}
