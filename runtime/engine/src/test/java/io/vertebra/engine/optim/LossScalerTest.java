package io.vertebra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.config.LossScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures are those of {@code torch.amp.GradScaler} with the same arguments. */
final class LossScalerTest {
  private static final LossScale QUICK = new LossScale(1024, 2, 0.5, 3);

  @Test
  void theScaleGrowsAfterEnoughUpdatesInARow() {
    assertThat(scales(new LossScaler(QUICK), true, true, true, true, true, true))
        .containsExactly(1024.0, 1024.0, 2048.0, 2048.0, 2048.0, 4096.0);
  }

  @Test
  void theScaleShrinksAtOnceAndTheRowBeginsAgain() {
    assertThat(scales(new LossScaler(QUICK), true, true, false, true, true, true))
        .containsExactly(1024.0, 1024.0, 512.0, 512.0, 512.0, 1024.0);
  }

  @Test
  void theScaleNeverGrowsToInfinity() {
    LossScaler scaler = new LossScaler(new LossScale(1e38, 8, 0.5, 1));

    assertThat(scales(scaler, true)).containsExactly((double) 1e38f);
  }

  @Test
  void aScaleThatIsANumberStays() {
    assertThat(scales(new LossScaler(LossScale.ofNumber(128)), true, false, true))
        .containsOnly(128.0);
  }

  @Test
  void gradientsAreDividedInFloat32() {
    assertThat(new LossScaler(new LossScale(3, 2, 0.5, 1)).inverse()).isEqualTo((double) (1 / 3f));
  }

  @Test
  void aScalerGoesOnWhereItStood() {
    LossScaler whole = new LossScaler(QUICK);
    scales(whole, true, false, true, true);
    LossScaler resumed = new LossScaler(QUICK);
    resumed.restore(whole.state());

    assertThat(scales(resumed, true)).isEqualTo(scales(whole, true)).containsExactly(1024.0);
  }

  @Test
  void aRunWithoutAScaleBeginsWithTheFirst() {
    LossScaler scaler = new LossScaler(QUICK);
    scaler.restore(Map.of());

    assertThat(scaler.scale()).isEqualTo(1024);
  }

  private static List<Double> scales(LossScaler scaler, boolean... finite) {
    List<Double> scales = new ArrayList<>();
    for (boolean each : finite) {
      scaler.update(each);
      scales.add(scaler.scale());
    }
    return scales;
  }
}
