package io.vertebra.testkit.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.inference.NetworkParts;
import io.vertebra.engine.init.ModelNames;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;

/** The model of an entry, with filled arrays. It owns them. */
final class GoldenModel implements AutoCloseable {
  private final PartBuilder builder = new PartBuilder();
  private final Algorithm algorithm;
  private final NetworkBench bench;
  private final Shape input;
  private final String prefix;

  GoldenModel(PluginRuntime plugins, GoldenEntry entry, double gain) {
    this.input = entry.input();
    this.prefix = entry.prefix();
    try {
      this.algorithm =
          plugins.build(builder, Kind.ALGORITHM, Algorithm.class, entry.config().toString());
      this.bench =
          new NetworkBench(
              plugins.engine(), algorithm, new StateFill(plugins.engine(), gain, entry.prefix()));
    } catch (RuntimeException | Error e) {
      builder.close();
      throw e;
    }
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** What other libraries call its weights. */
  List<NameTable> tables() {
    return ModelNames.of(builder, algorithm);
  }

  NetworkBench bench() {
    return bench;
  }

  /** An array by its name in the library of the figures. */
  NDArray array(String name) {
    return bench.state().stateDict().get(prefix + name);
  }

  /** The loss of the golden images, all of whose labels are those of the formula. */
  NDArray loss(Context context, NDManager manager, int classes) {
    NDArray targets = manager.create(Fill.labels((int) input.get(0), classes));
    return algorithm.loss(context, new Batch(List.of(images(manager)), targets)).get("loss");
  }

  /** The feature maps of the backbone. */
  List<NDArray> features(Context context, NDManager manager) {
    return NetworkParts.of(algorithm).backbone().forward(context, images(manager));
  }

  /** The logits of the head, or the last feature where there is none, as a list of one. */
  List<NDArray> logits(Context context, NDManager manager) {
    NetworkParts.Outputs outputs = NetworkParts.of(algorithm).forward(context, images(manager));
    return List.of(
        outputs.logits().orElseGet(() -> outputs.features().get(outputs.features().size() - 1)));
  }

  /** Multiplies the arrays whose names end so. */
  void scale(String suffix, float factor) {
    GradMode.OFF.run(
        () ->
            bench
                .state()
                .stateDict()
                .forEach(
                    (name, array) -> {
                      if (name.endsWith(suffix)) {
                        array.muli(factor);
                      }
                    }));
  }

  private NDArray images(NDManager manager) {
    return manager.create(new Fill("input").values(input.size(), 0, 2), input);
  }

  @Override
  public void close() {
    bench.close();
    builder.close();
  }
}
