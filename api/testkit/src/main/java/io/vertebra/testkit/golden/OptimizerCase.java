package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.OptimizerBench;
import io.vertebra.testkit.PluginRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps of one optimizer, with one group for each parameter. It owns their arrays. */
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
          "after");

  private final JsonObject golden;
  private final String prefix;
  private final PluginRuntime plugins;
  private final PartBuilder builder = new PartBuilder();
  private final NDManager manager;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final OptimizerBench bench;

  OptimizerCase(PluginRuntime plugins, JsonObject file, JsonObject golden) {
    assertThat(golden.keySet()).isSubsetOf(FIELDS);
    this.golden = golden;
    this.prefix = file.has("key_prefix") ? file.get("key_prefix").getAsString() : "";
    this.plugins = plugins;
    this.manager = plugins.engine().runtime().newManager(plugins.engine().device());
    this.bench = new OptimizerBench(plugins.engine(), optimizer());
    file.getAsJsonObject("params").asMap().forEach(this::addParameter);
  }

  private Optimizer optimizer() {
    JsonObject config = golden.getAsJsonObject("options").deepCopy();
    config.add("type", golden.get("type"));
    Path name = Path.of(golden.get("name").getAsString() + ".json");
    return builder.buildPart(
        new Binder(plugins.catalog(), warning -> {})
            .bindPart(
                new ConfigLoader().loadText(name, config.toString(), List.of()),
                Kind.OPTIMIZER,
                null),
        Optimizer.class);
  }

  private void addParameter(String name, JsonElement shape) {
    NDArray array = filled(name, shape(shape.getAsJsonArray()), isZero(name) ? 0 : 1);
    parameters.put(name, array);
    bench.addGroup(List.of(array), changes(name));
  }

  private static Shape shape(JsonArray sizes) {
    return new Shape(sizes.asList().stream().mapToLong(JsonElement::getAsLong).toArray());
  }

  private boolean isZero(String name) {
    return golden.has("zero_param") && golden.get("zero_param").getAsString().equals(name);
  }

  private NDArray filled(String key, Shape shape, double scale) {
    return manager.create(new Fill(prefix + key).values(shape.size(), 0, scale), shape);
  }

  /** What the group of a parameter has different, as hyper-parameters name it. */
  private Map<String, Double> changes(String parameter) {
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

  void check() {
    Map<String, JsonElement> after = golden.getAsJsonObject("after").asMap();
    int last = after.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
    for (int step = 1; step <= last; step++) {
      step(step);
      if (after.containsKey(Integer.toString(step))) {
        checkParameters(step, after.get(Integer.toString(step)).getAsJsonObject());
      }
    }
  }

  private void step(int step) {
    double scale = golden.get("grad_scale").getAsDouble();
    List<NDArray> gradients = new ArrayList<>();
    parameters.forEach(
        (name, array) ->
            gradients.add(filled("grad" + step + "." + name, array.getShape(), scale)));
    try (TensorList list = TensorList.of(plugins.engine().runtime(), gradients)) {
      bench.step(list);
    }
  }

  private void checkParameters(int step, JsonObject expected) {
    assertThat(expected.keySet()).isEqualTo(parameters.keySet());
    parameters.forEach(
        (name, array) -> {
          float[] values = array.toFloatArray();
          List<Double> figures = GoldenEntry.numbers(expected.get(name));
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
    bench.close();
    manager.close();
    builder.close();
  }
}
