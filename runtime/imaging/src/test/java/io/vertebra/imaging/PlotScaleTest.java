package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlotScaleTest {
  private static List<String> ticks(double low, double high) {
    return PlotScale.of(List.of(low, high), 0, 100).ticks().stream().map(PlotScale::text).toList();
  }

  @Test
  void ticksAreRoundValuesWithinTheScale() {
    assertThat(ticks(10, 1570)).containsExactly("200", "400", "600", "800", "1000", "1200", "1400");
    assertThat(ticks(0.3127, 2.2976)).containsExactly("0.5", "1", "1.5", "2");
    assertThat(ticks(-1, 1)).containsExactly("-1", "-0.5", "0", "0.5", "1");
    assertThat(ticks(123_000, 125_000))
        .containsExactly("123000", "123500", "124000", "124500", "125000");
  }

  @Test
  void verySmallAndVeryLargeValuesHaveExponents() {
    assertThat(ticks(0, 1e-5))
        .containsExactly("0", "0.000002", "0.000004", "0.000006", "0.000008", "0.00001");
    assertThat(ticks(0, 1e-9)).contains("0", "2E-10", "1E-9");
    assertThat(ticks(0, 2e8)).contains("5E+7", "1E+8");
  }

  @Test
  void equalValuesLieInTheMiddle() {
    PlotScale scale = PlotScale.of(List.of(0.9, 0.9), 200, 100);

    assertThat(scale.pixel(0.9)).isEqualTo(150);
    assertThat(scale.ticks()).isNotEmpty();
  }

  @Test
  void valuesThatAreAllZeroHaveAScaleToo() {
    assertThat(PlotScale.of(List.of(0.0), 0, 100).pixel(0)).isEqualTo(50);
  }
}
