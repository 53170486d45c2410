package io.vertebra.plugins.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import io.vertebra.testkit.golden.Fill;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures of {@code mmpretrain.models.CSRAClsHead}, whose arrays are filled as golden ones. */
final class CsraFiguresTest {
  private static final Shape MAP = new Shape(2, 4, 3, 3);

  @Test
  void logitsAreThoseOfTheReference() throws IOException {
    CsraClsHead head =
        new CsraClsHead(
            new CsraClsHead.Options(
                3,
                4,
                4,
                0.3,
                new NoLoss(),
                new PositiveOptions(Optional.empty(), Optional.empty())));
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        NetworkBench bench = new NetworkBench(plugins.engine(), head, 1)) {
      Output logits =
          bench
              .evaluate(
                  (context, manager) -> {
                    NDArray map = manager.create(new Fill("input").values(MAP.size(), 0, 2), MAP);
                    return List.of(head.logits(context, List.of(map)));
                  })
              .get(0);
      double[] expected = {1.8701516, 2.5395825, 0.5633298, 1.9446019, 2.2696164, 3.7346613};
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) logits.value(i)).isCloseTo(expected[i], within(1e-5));
      }
    }
  }

  private static final class NoLoss extends Loss {
    @Override
    public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
      return logits;
    }
  }
}
