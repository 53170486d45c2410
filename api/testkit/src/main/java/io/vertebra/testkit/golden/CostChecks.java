package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import io.vertebra.engine.complexity.Complexity;
import io.vertebra.engine.complexity.ComplexityProbe;
import io.vertebra.engine.model.ObservedOps.Operation;
import io.vertebra.testkit.PluginRuntime;
import java.util.stream.Stream;

/**
 * Compares what a network computes for one image: convolutions, linear maps, and the products of
 * matrices, of which attention is two. Norms and poolings are counted differently by every tool.
 */
final class CostChecks {
  private CostChecks() {}

  static void check(PluginRuntime plugins, GoldenEntry entry) {
    long[] input = entry.input().getShape();
    input[0] = 1;
    try (GoldenModel model = new GoldenModel(plugins, entry, 1)) {
      Complexity costs = ComplexityProbe.of(plugins.engine(), model.algorithm(), new Shape(input));
      JsonObject expected = entry.json().getAsJsonObject("macs_ops");
      assertThat(costs.multiplyAdds(Operation.CONV)).as("conv").isEqualTo(sum(expected, "conv"));
      assertThat(costs.multiplyAdds(Operation.LINEAR))
          .as("linear")
          .isEqualTo(sum(expected, "linear"));
      assertThat(costs.multiplyAdds(Operation.MATMUL, Operation.ATTENTION))
          .as("matmul and attention")
          .isEqualTo(sum(expected, "matmul", "scaled_dot_product_attention"));
    }
  }

  private static long sum(JsonObject figures, String... names) {
    return Stream.of(names)
        .filter(figures::has)
        .mapToLong(name -> figures.get(name).getAsLong())
        .sum();
  }
}
