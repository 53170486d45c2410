package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every {@link DataPreprocessor}. */
public abstract class DataPreprocessorContract extends PartContract<DataPreprocessor> {
  private static final int BATCH = 3;
  private static final int HEIGHT = 6;
  private static final int WIDTH = 4;

  /** Makes the contract. */
  protected DataPreprocessorContract() {
    super(Kind.DATA_PREPROCESSOR, DataPreprocessor.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, DataPreprocessor part) {
    prepare(runtime, part);
  }

  private static List<Output> prepare(PluginRuntime runtime, DataPreprocessor part) {
    return prepare(runtime, part, 0);
  }

  private static List<Output> prepare(PluginRuntime runtime, DataPreprocessor part, int last) {
    try (NetworkBench bench = new NetworkBench(runtime.engine(), new Module() {}, 1)) {
      return bench.evaluate((context, manager) -> prepare(part, context, manager, last));
    }
  }

  private static List<NDArray> prepare(
      DataPreprocessor part, Context context, NDManager manager, int last) {
    Shape shape = new Shape(BATCH, HEIGHT, WIDTH, part.channels());
    ByteBuffer pixels = manager.allocateDirect((int) shape.size());
    for (int i = 0; i < shape.size(); i++) {
      pixels.put(i, (byte) (i * 7));
    }
    pixels.put((int) shape.size() - 1, (byte) last);
    NDArray images = manager.create(pixels, shape, DataType.UINT8);
    NDArray targets = Tries.labels(manager, BATCH, 2);
    Batch batch = part.forward(context, new Batch(List.of(images), targets));
    assertThat(batch.targets()).as("targets").isSameAs(targets);
    return batch.views();
  }

  @Test
  final void pixelsThatMayBePaddedAreComputedFromThemselvesAlone() {
    try (PartBuilder builder = new PartBuilder()) {
      DataPreprocessor part = build(builder);
      assumeTrue(part.padding().isPresent(), "it does not pad");
      Output dark = prepare(plugins(), part, 0).get(0);
      Output bright = prepare(plugins(), part, 200).get(0);
      int pixels = (int) dark.shape().size();
      assertThat(IntStream.range(0, pixels).filter(i -> dark.value(i) != bright.value(i)))
          .as("values that one byte changes")
          .hasSize(1);
    }
  }

  @Test
  final void bytesBecomePlanesOfFiniteNumbers() {
    try (PartBuilder builder = new PartBuilder()) {
      DataPreprocessor part = build(builder);
      assertThat(part.channels()).isIn(1, 3);
      assertThat(prepare(plugins(), part))
          .allSatisfy(
              view -> {
                assertThat(view.shape())
                    .isEqualTo(new Shape(BATCH, part.channels(), HEIGHT, WIDTH));
                assertThat(view.isFinite()).isTrue();
              });
    }
  }
}
