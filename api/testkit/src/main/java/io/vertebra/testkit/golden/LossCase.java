package io.vertebra.testkit.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import io.vertebra.api.model.Averaging;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The inputs and figures of one loss.
 *
 * @param plugins where the loss comes from
 * @param prefix stands before every key that numbers are made of
 * @param json the figures
 */
record LossCase(PluginRuntime plugins, String prefix, JsonObject json) {
  private static final double VALUE = 3e-6;
  private static final double NORM = 1e-5;
  private static final double ENTRY = 1e-6;

  /** The figures of the gradient by an input. */
  JsonObject gradient(String input) {
    return json.getAsJsonObject("grad").getAsJsonObject(input);
  }

  /** The shape of an input whose gradient is known. */
  Shape shape(String input) {
    return shapeOf(gradient(input));
  }

  static Shape shapeOf(JsonObject figures) {
    return GoldenFile.shape(figures.get("shape"));
  }

  /** Numbers in {@code [-scale, scale)}. */
  NDArray numbers(NDManager manager, String key, Shape shape, double scale) {
    return manager.create(new Fill(prefix + key).values(shape.size(), 0, scale), shape);
  }

  NDArray labels(NDManager manager, Shape shape) {
    return manager.create(Fill.labels(prefix + "label", (int) shape.get(0), (int) shape.get(1)));
  }

  NDArray targets(NDManager manager, Shape shape) {
    String kind = json.get("target").getAsString();
    return switch (kind) {
      case "hard" -> labels(manager, shape);
      case "soft" -> {
        NDArray rows =
            manager.create(new Fill(prefix + "soft").values(shape.size(), 0.5, 0.5), shape);
        yield rows.div(rows.sum(new int[] {1}, true));
      }
      case "multi" -> manager.create(multi(shape), shape);
      default -> throw new AssertionError("the target '" + kind + "' is not known here");
    };
  }

  private float[] multi(Shape shape) {
    float[] values = new Fill(prefix + "multi").values(shape.size(), 0, 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] > 0.4 ? 1 : 0;
    }
    return values;
  }

  Averaging averaging(NDManager manager, Shape shape) {
    Optional<NDArray> weights =
        json.has("sample_weight") && json.get("sample_weight").getAsBoolean()
            ? Optional.of(manager.create(new Fill(prefix + "weight").values(shape.get(0), 1, 0.5)))
            : Optional.empty();
    OptionalDouble factor =
        json.has("avg_factor")
            ? OptionalDouble.of(json.get("avg_factor").getAsDouble())
            : OptionalDouble.empty();
    return new Averaging(weights, factor, Optional.empty());
  }

  void checkValues(Output actual) {
    List<Double> expected =
        json.has("value")
            ? List.of(json.get("value").getAsDouble())
            : GoldenFile.numbers(json.get("values"));
    new Figures(VALUE).checkNumbers(actual, expected, "value");
  }

  void checkGradient(Output actual, String input) {
    checkGradient(actual, input, NORM, ENTRY);
  }

  void checkGradient(Output actual, String input, double normError, double entryError) {
    JsonObject figures = gradient(input);
    double norm = figures.get("l2").getAsDouble();
    new Figures(normError).checkNumber(actual.norm(), norm, "norm of the gradient by " + input);
    new Figures(entryError)
        .checkSummary(actual, figures, Math.max(1, norm), "gradient by " + input);
  }
}
