package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Optimizer;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Compares the losses and the arrays of a few steps of an optimizer. */
final class StepChecks {
  private static final Set<String> FIGURES =
      Set.of(
          "losses",
          "loss_after",
          "weights_l2_after",
          "float64_losses",
          "float64_rel",
          "bn_after_6_steps");

  private static final Set<String> STATISTICS = Set.of("running_mean", "running_var");

  private final PluginRuntime plugins;
  private final String type;
  private final JsonObject figures;

  StepChecks(PluginRuntime plugins, String type, JsonObject figures) {
    this.plugins = plugins;
    this.type = type;
    this.figures = figures;
  }

  void check(GoldenModel model, BiFunction<Context, NDManager, NDArray> loss) {
    assumeTrue(
        plugins.catalog().find(Kind.OPTIMIZER, type).isPresent(),
        () -> "no bundle here provides " + type);
    List<Double> expected = new ArrayList<>(GoldenFile.numbers(figures.get("losses")));
    try (PartBuilder builder = new PartBuilder()) {
      List<Double> losses = model.bench().steps(expected.size(), optimizer(builder), loss);
      checkWeights(model);
      checkStatistics(model);
      losses.add(lossOf(model, loss));
      expected.add(figures.get("loss_after").getAsDouble());
      for (int step = 0; step < expected.size(); step++) {
        figures(step).checkNumber(losses.get(step), expected.get(step), "loss of step " + step);
      }
    }
  }

  /** What is no figure is an option. */
  private Optimizer optimizer(PartBuilder builder) {
    JsonObject config = figures.deepCopy();
    FIGURES.forEach(config::remove);
    config.addProperty("type", type);
    return plugins.build(builder, Kind.OPTIMIZER, Optimizer.class, config.toString());
  }

  private Figures figures(int step) {
    double noise = GoldenFile.numbers(figures.get("float64_rel")).get(step);
    return new Figures(Math.max(TrainingChecks.LEAST_TOLERANCE, 20 * noise));
  }

  private void checkWeights(GoldenModel model) {
    double squares =
        model.bench().state().trainable().values().stream()
            .mapToDouble(array -> Math.pow(Output.of(array).norm(), 2))
            .sum();
    new Figures(TrainingChecks.LEAST_TOLERANCE)
        .checkNumber(
            Math.sqrt(squares), figures.get("weights_l2_after").getAsDouble(), "L2 of weights");
  }

  private void checkStatistics(GoldenModel model) {
    if (!figures.has("bn_after_6_steps")) {
      return;
    }
    JsonObject expected = figures.getAsJsonObject("bn_after_6_steps");
    int last = GoldenFile.numbers(figures.get("losses")).size();
    for (Map.Entry<String, JsonElement> figure : expected.entrySet()) {
      String buffer = figure.getKey().replaceAll("_(first4|l2)$", "");
      String name = expected.get("name").getAsString() + "." + buffer;
      if (figure.getKey().endsWith("_l2") && STATISTICS.contains(buffer)) {
        figures(last)
            .checkNumber(
                Output.of(model.array(name)).norm(), figure.getValue().getAsDouble(), name);
      } else if (buffer.equals("num_batches_tracked")) {
        assertThat(model.array(name).toLongArray()).containsExactly(figure.getValue().getAsLong());
      }
    }
  }

  private static double lossOf(GoldenModel model, BiFunction<Context, NDManager, NDArray> loss) {
    return model
        .bench()
        .train((context, manager) -> List.of(loss.apply(context, manager)))
        .get(0)
        .value(0);
  }
}
