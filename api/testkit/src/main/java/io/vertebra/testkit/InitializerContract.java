package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Initializer;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.model.ModelState;
import io.vertebra.registry.bind.PartBuilder;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link Initializer}: it names weights in a file, or fills a layer with
 * numbers. The layer that configs of the contract may name is {@code Probe}, with a weight of 4 x 3
 * and a bias.
 */
public abstract class InitializerContract extends PartContract<Initializer> {
  /** Makes the contract. */
  protected InitializerContract() {
    super(Kind.INITIALIZER, Initializer.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, Initializer part) {
    part.initialize(new Probe());
    part.pretrained();
  }

  @Test
  final void initializerFillsLayersOrNamesAFile() {
    try (PartBuilder builder = new PartBuilder()) {
      Initializer initializer = build(builder);
      Probe probe = new Probe();
      initializer.initialize(probe);
      boolean fills = !probe.initial("weight").equals(Probe.DECLARED);
      assertThat(fills || initializer.pretrained().isPresent()).isTrue();
    }
  }

  @Test
  final void initializerGivesFiniteNumbersAndTheSameForOneSeed() {
    try (PartBuilder builder = new PartBuilder()) {
      Probe probe = new Probe();
      build(builder).initialize(probe);
      float[] first = draw(probe);
      assertThat(first).containsExactly(draw(probe));
      for (float value : first) {
        assertThat(value).isFinite();
      }
    }
  }

  private float[] draw(Module network) {
    try (ModelState state =
        ModelState.initialize(
            network, plugins().engine().runtime(), plugins().engine().device(), 3)) {
      NDArray weight = state.parameters().get("weight");
      return weight.toFloatArray();
    }
  }

  /** A layer. */
  private static final class Probe extends Module {
    private static final Distribution DECLARED = new Distribution.Constant(7.5);

    private Probe() {
      addParameter("weight", new Shape(4, 3), DECLARED);
      addParameter("bias", new Shape(4), DECLARED);
    }

    private Distribution initial(String name) {
      return parameters().get(name).initial();
    }
  }
}
