package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The formula's own check values. */
final class FillTest {
  @Test
  void keysHashToTheirValues() {
    assertThat(Fnv.hash("input")).isEqualTo(0x1ebbae8f5810b65bL);
    assertThat(Fnv.hash("conv1.weight")).isEqualTo(0x69a29a2cee47d254L);
  }

  @Test
  void numbersAreThoseOfTheFormula() {
    Fill input = new Fill("input");
    assertThat(input.at(0)).isEqualTo(-0.8043633699417114);
    assertThat(input.at(3)).isEqualTo(-0.45111072063446045);
    assertThat(input.at(1_048_577)).isEqualTo(0.18156063556671143);
    assertThat(new Fill("conv1.weight").at(1_048_577)).isEqualTo(0.9741326570510864);
  }

  @Test
  void labelsAreThoseOfTheFormula() {
    assertThat(Fill.labels(8, 10)).containsExactly(9, 7, 6, 5, 1, 4, 0, 6);
  }
}
