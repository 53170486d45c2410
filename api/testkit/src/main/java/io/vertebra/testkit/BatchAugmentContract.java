package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link BatchAugment}: shapes stay, targets keep their sums, and the
 * generator is the only source of chance.
 */
public abstract class BatchAugmentContract extends PartContract<BatchAugment> {
  private static final int CLASSES = 5;
  private static final int HEIGHT = 12;
  private static final int WIDTH = 10;
  private static final int DRAWS = 20;

  /** Makes the contract. */
  protected BatchAugmentContract() {
    super(Kind.BATCH_AUGMENT, BatchAugment.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, BatchAugment part) {
    mix(runtime, part, 2, 0);
  }

  private static List<Output> mix(
      PluginRuntime runtime, BatchAugment part, int samples, long seed) {
    try (NetworkBench bench = new NetworkBench(runtime.engine(), new Module() {}, 1)) {
      return bench.train((context, manager) -> mix(part, context, manager, samples, seed));
    }
  }

  private static List<NDArray> mix(
      BatchAugment part, Context context, NDManager manager, int samples, long seed) {
    NDArray images = Tries.input(manager, new Shape(samples, 3, HEIGHT, WIDTH));
    NDArray targets = context.ops().oneHot(Tries.labels(manager, samples, CLASSES), CLASSES);
    Batch mixed =
        part.mix(context, new Batch(List.of(images), targets), new SplittableRandom(seed));
    assertThat(mixed.views()).hasSize(1);
    return List.of(mixed.images(), mixed.targets());
  }

  @Test
  final void shapesAndSumsStay() {
    try (PartBuilder builder = new PartBuilder()) {
      BatchAugment part = build(builder);
      for (int seed = 0; seed < DRAWS; seed++) {
        for (int samples : new int[] {1, 3, 4}) {
          List<Output> mixed = mix(plugins(), part, samples, seed);
          assertThat(mixed.get(0).shape()).isEqualTo(new Shape(samples, 3, HEIGHT, WIDTH));
          assertThat(mixed.get(0).isFinite()).isTrue();
          assertThat(mixed.get(1).shape()).isEqualTo(new Shape(samples, CLASSES));
          assertThat(mixed.get(1).sum()).isCloseTo(samples, within(1e-5));
        }
      }
    }
  }

  @Test
  final void sameRandomStateGivesTheSameBatch() {
    try (PartBuilder builder = new PartBuilder()) {
      BatchAugment part = build(builder);
      for (int seed = 0; seed < DRAWS; seed++) {
        assertThat(mix(plugins(), part, 4, seed)).isEqualTo(mix(plugins(), part, 4, seed));
      }
    }
  }
}
