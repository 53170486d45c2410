package io.vertebra.plugins.necks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import io.vertebra.testkit.golden.Fill;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Figures of {@code mmpretrain.models.GeneralizedMeanPooling}, whose power is filled as golden
 * ones.
 */
final class PowerFiguresTest {
  private static final Shape MAP = new Shape(2, 4, 3, 3);

  @Test
  void meansAreThoseOfTheReference() throws IOException {
    GeneralizedMeanPooling neck =
        new GeneralizedMeanPooling(new GeneralizedMeanPooling.Options(3, 1e-6, true, true));
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        NetworkBench bench = new NetworkBench(plugins.engine(), neck, 1)) {
      Output means =
          bench
              .evaluate(
                  (context, manager) -> {
                    NDArray map = manager.create(new Fill("input").values(MAP.size(), 0, 2), MAP);
                    return neck.forward(context, List.of(map));
                  })
              .get(0);
      double[] expected = {
        0.01015942171216011,
        0.030259672552347183,
        0.11518367379903793,
        0.002667806576937437,
        0.01998295821249485,
        0.003068039659410715,
        2.4257353288703598e-05,
        0.03673609718680382
      };
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) means.value(i)).isCloseTo(expected[i], within(1e-4 * expected[i]));
      }
    }
  }
}
