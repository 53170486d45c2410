package io.vertebra.plugins.inception;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import io.vertebra.testkit.golden.Fill;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuxiliaryLogitsTest {
  private static final Shape IMAGES = new Shape(2, 3, 299, 299);

  @Test
  void comeBeforeTheOthersInTrainingAlone() throws IOException {
    InceptionV3 network = new InceptionV3(new InceptionV3.Options(10, true, 0.5));
    NetworkBench.Computation features =
        (context, manager) ->
            network.forward(
                context, manager.create(new Fill("input").values(IMAGES.size(), 0, 2), IMAGES));
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        NetworkBench bench = new NetworkBench(plugins.engine(), network, 1)) {
      List<Output> training = bench.train(features);

      assertThat(training).extracting(Output::shape).containsOnly(new Shape(2, 10)).hasSize(2);
      assertThat(training).allMatch(Output::isFinite, "only finite values");
      assertThat(bench.evaluate(features)).hasSize(1);
    }
  }
}
