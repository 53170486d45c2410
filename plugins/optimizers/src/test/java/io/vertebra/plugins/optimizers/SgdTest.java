package io.vertebra.plugins.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SgdTest {
  @Test
  void schedulesAndGroupsMayChangeAllItsNumbers() {
    Sgd sgd = new Sgd(options(0.9, 0, true));
    assertThat(sgd.slots()).containsExactly("momentum_buffer");
    assertThat(sgd.hyperParameters())
        .containsOnly(
            Map.entry("lr", 0.1),
            Map.entry("momentum", 0.9),
            Map.entry("dampening", 0.0),
            Map.entry("weight_decay", 1e-4),
            Map.entry("nesterov", 1.0),
            Map.entry("maximize", 0.0));
  }

  @Test
  void keepsNoBufferWithoutMomentum() {
    assertThat(new Sgd(options(0, 0, false)).slots()).isEmpty();
  }

  @Test
  void refusesToLookAheadWithoutPlainMomentum() {
    assertThatThrownBy(() -> options(0, 0, true))
        .hasMessageContaining("nesterov needs momentum greater than 0");
    assertThatThrownBy(() -> options(0.9, 0.5, true)).hasMessageContaining("0.9 and 0.5");
  }

  private static Sgd.Options options(double momentum, double dampening, boolean nesterov) {
    return new Sgd.Options(0.1, momentum, dampening, 1e-4, nesterov, false, IgnoredOptions.NONE);
  }
}
