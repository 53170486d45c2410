package io.vertebra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccumulationTest {
  private final TorchRuntime runtime = Engines.services().runtime();

  @Test
  void theLastWindowOfARunMayBeShorterAndIsDividedByItsOwnSize() {
    List<Float> shares = new ArrayList<>();
    List<Float> updates = new ArrayList<>();
    try (NDManager manager = runtime.newManager(Device.cpu());
        TensorList ones = TensorList.of(runtime, List.of(manager.ones(new Shape(1))));
        Accumulation accumulation = new Accumulation(3, 8, ones)) {
      NDArray loss = manager.create(6f);
      for (int batch = 0; batch < 8; batch++) {
        shares.add(accumulation.shareOf(loss).getFloat());
        accumulation
            .add(ones)
            .ifPresent(
                sum -> {
                  updates.add(sum.get(manager, 0).getFloat(0));
                  accumulation.restart();
                });
      }
    }
    assertThat(shares).containsExactly(2f, 2f, 2f, 2f, 2f, 2f, 3f, 3f);
    assertThat(updates).containsExactly(3f, 3f, 2f);
  }

  @Test
  void aWindowOfOneUpdatesAtEveryBatch() {
    try (NDManager manager = runtime.newManager(Device.cpu());
        TensorList ones = TensorList.of(runtime, List.of(manager.create(1f)));
        Accumulation accumulation = new Accumulation(1, 2, ones)) {
      assertThat(accumulation.add(ones)).containsSame(ones);
      assertThat(accumulation.pending(1)).isEmpty();
    }
  }
}
