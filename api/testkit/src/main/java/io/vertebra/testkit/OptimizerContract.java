package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.safetensors.SafetensorsReader;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.registry.bind.PartBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every {@link Optimizer}: it descends on a quadratic whose curvature is 2, and what
 * it remembers is saved with the run. Give it a learning rate below 0.5.
 */
public abstract class OptimizerContract extends PartContract<Optimizer> {
  @TempDir Path folder;

  /** Makes the contract. */
  protected OptimizerContract() {
    super(Kind.OPTIMIZER, Optimizer.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, Optimizer part) throws IOException {
    ToyRun.withOptimizer(runtime, config(), folder);
  }

  @Test
  final void hyperParametersHaveTheNamesThatSchedulesChange() {
    try (PartBuilder builder = new PartBuilder()) {
      assertThat(build(builder).hyperParameters())
          .containsKeys("lr", "weight_decay")
          .allSatisfy((name, value) -> assertThat(value).as(name).isFinite());
    }
  }

  @Test
  final void stepsGoDownhill() throws IOException {
    List<Double> losses = ToyRun.withOptimizer(plugins(), config(), folder).losses();
    assertThat(losses).hasSize(8).allSatisfy(loss -> assertThat(loss).isFinite());
    assertThat(losses.get(1)).isLessThan(losses.get(0));
    assertThat(losses.get(7)).isLessThan(losses.get(1));
  }

  @Test
  final void trainingRepeatsToTheSameBits() throws IOException {
    List<Double> losses = ToyRun.withOptimizer(plugins(), config(), folder).losses();
    assertThat(ToyRun.withOptimizer(plugins(), config(), folder).losses()).isEqualTo(losses);
  }

  @Test
  final void slotsAreSavedInTheShapeOfTheirParameter() throws IOException {
    ToyRun run = ToyRun.withOptimizer(plugins(), config(), folder);
    try (PartBuilder builder = new PartBuilder();
        SafetensorsReader reader = SafetensorsReader.open(run.checkpoint())) {
      List<String> slots = build(builder).slots();
      TensorInfo weight = reader.info("weight");
      assertThat(reader.names()).hasSize(1 + slots.size());
      for (String slot : slots) {
        assertThat(reader.info("optimizer/" + slot + "/weight").shape()).isEqualTo(weight.shape());
      }
    }
  }
}
