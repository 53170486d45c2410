package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Compares the value and the gradient of one loss. */
final class LossChecks {
  private static final Set<String> FIELDS =
      Set.of("name", "loss", "target", "logit_scale", "note", "value", "values", "grad_of", "grad");

  private static final double VALUE = 3e-6;
  private static final double NORM = 1e-5;
  private static final double ENTRY = 1e-6;

  private final PluginRuntime plugins;
  private final JsonObject json;
  private final String prefix;
  private final JsonObject gradient;
  private final Shape shape;

  LossChecks(PluginRuntime plugins, JsonObject file, JsonObject json) {
    this.plugins = plugins;
    this.json = json;
    this.prefix = file.get("key_prefix").getAsString();
    this.gradient = json.getAsJsonObject("grad").getAsJsonObject("logits");
    this.shape =
        new Shape(
            GoldenEntry.numbers(gradient.get("shape")).stream()
                .mapToLong(Double::longValue)
                .toArray());
  }

  void check() {
    assertThat(json.keySet()).as("fields").isSubsetOf(FIELDS);
    try (PartBuilder builder = new PartBuilder()) {
      Loss loss =
          builder.buildPart(
              new Binder(plugins.catalog(), warning -> {}).bindPart(config(), Kind.LOSS, null),
              Loss.class);
      try (NetworkBench bench = new NetworkBench(plugins.engine(), loss, 1)) {
        checkValues(
            bench
                .train((context, manager) -> List.of(value(loss, context, logits(manager))))
                .get(0));
        checkGradient(
            bench
                .inputGradients(
                    (context, manager) -> List.of(logits(manager)),
                    (context, logits) -> value(loss, context, logits.get(0)).sum())
                .get(0));
      }
    }
  }

  private MappingNode config() {
    return new ConfigLoader()
        .loadText(
            Path.of(json.get("name").getAsString() + ".json"),
            json.get("loss").toString(),
            List.of());
  }

  private NDArray value(Loss loss, Context context, NDArray logits) {
    return loss.forward(context, logits, targets(logits.getManager()));
  }

  private NDArray logits(NDManager manager) {
    double scale = json.get("logit_scale").getAsDouble();
    return manager.create(new Fill(prefix + "logits").values(shape.size(), 0, scale), shape);
  }

  private NDArray targets(NDManager manager) {
    int samples = (int) shape.get(0);
    int classes = (int) shape.get(1);
    String kind = json.get("target").getAsString();
    return switch (kind) {
      case "hard" -> manager.create(Fill.labels(prefix + "label", samples, classes));
      case "soft" -> {
        NDArray rows =
            manager.create(new Fill(prefix + "soft").values(shape.size(), 0.5, 0.5), shape);
        yield rows.div(rows.sum(new int[] {1}, true));
      }
      case "multi" -> manager.create(multi(), shape);
      default -> throw new AssertionError("the target '" + kind + "' is not known here");
    };
  }

  private float[] multi() {
    float[] values = new Fill(prefix + "multi").values(shape.size(), 0, 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] > 0.4 ? 1 : 0;
    }
    return values;
  }

  private void checkValues(Output actual) {
    List<Double> expected =
        json.has("value")
            ? List.of(json.get("value").getAsDouble())
            : GoldenEntry.numbers(json.get("values"));
    assertThat(actual.shape().size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      new Figures(VALUE).checkNumber(actual.value(i), expected.get(i), "value " + i);
    }
  }

  private void checkGradient(Output actual) {
    double norm = gradient.get("l2").getAsDouble();
    double entry = ENTRY * Math.max(1, norm);
    new Figures(NORM).checkNumber(actual.norm(), norm, "norm of the gradient");
    List<Double> first = GoldenEntry.numbers(gradient.get("first"));
    for (int i = 0; i < first.size(); i++) {
      assertThat((double) actual.value(i))
          .as("gradient %d", i)
          .isCloseTo(first.get(i), within(entry));
    }
    assertThat(actual.sum())
        .as("sum of the gradient")
        .isCloseTo(gradient.get("sum").getAsDouble(), within(entry * shape.size()));
  }
}
