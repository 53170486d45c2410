package io.vertebra.plugins.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.OptimizerOps.SgdSettings;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.TensorList;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SgdTest {
  private static final TensorList BUFFER = () -> 1;

  private final AtomicReference<List<Object>> call = new AtomicReference<>();

  /** The interface grows with every optimizer, so the fake answers whatever method is called. */
  private final OptimizerOps ops =
      (OptimizerOps)
          Proxy.newProxyInstance(
              OptimizerOps.class.getClassLoader(),
              new Class<?>[] {OptimizerOps.class},
              (proxy, method, arguments) -> {
                call.set(Arrays.asList(method.getName(), arguments[1], arguments[2]));
                return null;
              });

  @Test
  void updatesWithThePresentHyperParameters() {
    Sgd sgd = new Sgd(new Sgd.Options(0.1, 0.9, 0, 1e-4, true));
    assertThat(sgd.slots()).containsExactly("momentum_buffer");
    assertThat(sgd.hyperParameters())
        .containsOnly(
            Map.entry("lr", 0.1), Map.entry("momentum", 0.9), Map.entry("weight_decay", 1e-4));

    sgd.update(ops, new Group(Map.of("lr", 0.01, "momentum", 0.8, "weight_decay", 0.0)));
    assertThat(call.get()).containsExactly("sgd", BUFFER, new SgdSettings(0.01, 0.8, 0, 0, true));
  }

  @Test
  void keepsNoBufferWithoutMomentum() {
    Sgd sgd = new Sgd(new Sgd.Options(0.1, 0, 0, 0, false));
    assertThat(sgd.slots()).isEmpty();

    sgd.update(ops, new Group(sgd.hyperParameters()));
    assertThat(call.get()).containsExactly("sgd", null, new SgdSettings(0.1, 0, 0, 0, false));
  }

  @Test
  void refusesToLookAheadWithoutPlainMomentum() {
    assertThatThrownBy(() -> new Sgd.Options(0.1, 0, 0, 0, true))
        .hasMessageContaining("nesterov needs momentum greater than 0");
    assertThatThrownBy(() -> new Sgd.Options(0.1, 0.9, 0.5, 0, true))
        .hasMessageContaining("0.9 and 0.5");
  }

  private record Group(Map<String, Double> values) implements ParameterGroup {
    @Override
    public TensorList parameters() {
      return BUFFER;
    }

    @Override
    public TensorList gradients() {
      return BUFFER;
    }

    @Override
    public TensorList slot(String name) {
      assertThat(name).isEqualTo("momentum_buffer");
      return BUFFER;
    }

    @Override
    public double hyperParameter(String name) {
      return values.get(name);
    }

    @Override
    public long step() {
      return 0;
    }
  }
}
