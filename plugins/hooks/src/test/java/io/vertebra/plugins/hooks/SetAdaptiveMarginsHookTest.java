package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.ClassMargins;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

final class SetAdaptiveMarginsHookTest {
  private final SetAdaptiveMarginsHook hook =
      new SetAdaptiveMarginsHook(new SetAdaptiveMarginsHook.Options(0.05, 0.5, -0.25));
  private final MarginHead head = new MarginHead();

  @Test
  void rareClassesGetLargerMargins() {
    hook.beforeTrain(new FakeRun().training(new Network(head), 10, 100, 1, 0, 55).run());

    // Figures of the reference's hook for these counts, a class without samples as one with one.
    assertThat(head.margins)
        .usingElementComparator(new DoubleComparator(1e-9))
        .containsExactly(0.21197075008870175, 0.05, 0.5, 0.5, 0.08354923803208932);
  }

  @Test
  void classesOfOneSizeGetTheLeastMargin() {
    hook.beforeTrain(new FakeRun().training(new Network(head), 7, 7).run());

    assertThat(head.margins).allSatisfy(m -> assertThat(m).isCloseTo(0.05, within(1e-12)));
  }

  @Test
  void aModelWithoutMarginsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hook.beforeTrain(new FakeRun().training(new Network(), 1, 2).run()))
        .withMessageContaining("the model has none: take the hook out of custom_hooks");
  }

  private static final class MarginHead extends Module implements ClassMargins {
    private List<Double> margins = List.of();

    @Override
    public void setMargins(List<Double> given) {
      margins = given;
    }
  }

  private static final class Network extends Algorithm {
    Network(Module... modules) {
      for (Module module : modules) {
        addModule("head", module);
      }
    }

    @Override
    public Map<String, NDArray> loss(Context context, Batch batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public NDArray scores(Context context, NDArray images) {
      throw new UnsupportedOperationException();
    }
  }
}
