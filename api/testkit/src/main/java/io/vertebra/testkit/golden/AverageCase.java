package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Progress;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.train.NetworkCopy;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Updates of one average of a network whose weights are given. It owns their arrays. */
final class AverageCase implements AutoCloseable {
  private static final double RELATIVE = 1e-6;
  private static final double ABSOLUTE = 1e-7;
  private static final int UPDATES = 12;
  private static final String MEAN = "running_mean";
  private static final String COUNT = "num_batches_tracked";
  private static final Set<String> FIELDS = Set.of("type", "options", "max_iters", "after");

  private final JsonObject golden;
  private final String prefix;
  private final Tensors tensors;
  private final PartBuilder builder = new PartBuilder();
  private final ModelState network;
  private final NetworkCopy copy;
  private final Hook hook;

  AverageCase(PluginRuntime plugins, JsonObject file, JsonObject golden) {
    GoldenFile.checkFields(golden, FIELDS);
    this.golden = golden;
    this.prefix = file.has("key_prefix") ? file.get("key_prefix").getAsString() : "";
    this.tensors = new Tensors(plugins.engine().runtime());
    this.network =
        ModelState.initialize(
            new Given(file.getAsJsonObject("params")),
            plugins.engine().runtime(),
            plugins.engine().device(),
            0);
    set(0);
    this.copy = new NetworkCopy(plugins.engine().runtime(), network);
    this.hook = hook(plugins);
  }

  private Hook hook(PluginRuntime plugins) {
    JsonObject config = golden.getAsJsonObject("options").deepCopy();
    config.addProperty("type", "EMAHook");
    config.add("ema_type", golden.get("type"));
    return plugins.build(builder, Kind.HOOK, Hook.class, config.toString());
  }

  void check() {
    AveragedRun run = new AveragedRun(copy);
    JsonObject after = golden.getAsJsonObject("after");
    hook.beforeRun(run);
    for (int update = 1; update <= UPDATES; update++) {
      set(update);
      run.at(position(update - 1));
      hook.afterTrainIter(run);
      JsonElement expected = after.get(Integer.toString(update));
      if (expected != null) {
        check(update, expected.getAsJsonObject());
      }
    }
    assertThat(after.keySet())
        .allSatisfy(key -> assertThat(Integer.parseInt(key)).isBetween(1, UPDATES));
  }

  private Progress position(int iteration) {
    int iterations = golden.has("max_iters") ? golden.get("max_iters").getAsInt() : UPDATES;
    return new Progress(0, 1, iteration, iterations, iteration, iterations);
  }

  /** Gives the network the values of a step. */
  private void set(int step) {
    try (NDManager scope = network.manager().newSubManager()) {
      network
          .stateDict()
          .forEach((name, array) -> tensors.copy(values(scope, step, name, array), array));
    }
  }

  private NDArray values(NDManager scope, int step, String name, NDArray array) {
    if (name.equals(COUNT)) {
      return scope.create((long) step);
    }
    Fill fill = new Fill("%sstep%d.%s".formatted(prefix, step, name));
    return scope.create(fill.values(array.size(), 0, 1), array.getShape());
  }

  private void check(int update, JsonObject expected) {
    try (NDManager scope = network.manager().newSubManager()) {
      Map<String, NDArray> averages = copy.deployed(scope);
      assertThat(averages.keySet()).isEqualTo(expected.keySet());
      expected.asMap().forEach((name, figures) -> check(name, update, averages.get(name), figures));
    }
  }

  private static void check(String name, int update, NDArray average, JsonElement figures) {
    if (name.equals(COUNT)) {
      assertThat(average.getLong()).as("%s after %d", name, update).isEqualTo(figures.getAsLong());
      return;
    }
    float[] values = average.toFloatArray();
    List<Double> expected = GoldenFile.numbers(figures);
    assertThat(values).hasSize(expected.size());
    for (int i = 0; i < values.length; i++) {
      assertThat((double) values[i])
          .as("%s[%d] after %d", name, i, update)
          .isCloseTo(expected.get(i), within(RELATIVE * Math.abs(expected.get(i)) + ABSOLUTE));
    }
  }

  @Override
  public void close() {
    copy.close();
    network.close();
    builder.close();
  }

  /** A network with parameters of given shapes and the buffers of a norm. */
  private static final class Given extends Module {
    Given(JsonObject parameters) {
      parameters
          .asMap()
          .forEach(
              (name, shape) -> addParameter(name, GoldenFile.shape(shape), Distribution.zeros()));
      addBuffer(MEAN, new Shape(3), DataType.FLOAT32, Distribution.zeros());
      addBuffer(COUNT, new Shape(), DataType.INT64, Distribution.zeros());
    }
  }
}
