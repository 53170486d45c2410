package io.vertebra.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Padding;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.data.LoaderSettings.Unreadable;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.ToyDataset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchPaddingTest {
  private static final LoaderSettings SETTINGS =
      new LoaderSettings(2, 1, false, Unreadable.FAIL, 0);

  private final EngineServices services = Engines.services();
  private final ToyDataset dataset = new ToyDataset(10);

  /** Pads arrays of ones that stand for the prepared images of two samples. */
  private List<String> padded(Padding padding, int first, int second) {
    try (NDManager manager = services.runtime().newManager(services.device());
        DataLoader loader = new DataLoader(dataset, epoch -> new int[] {first, second}, SETTINGS);
        EpochBatches batches = loader.epoch(0);
        HostBatch host = batches.next()) {
      long side = host.toDevice(manager).images().getShape().get(1);
      NDArray ones = manager.ones(new Shape(2, 1, side, side));
      NDArray result =
          new BatchPadding(padding, services.ops())
              .apply(host, new Batch(List.of(ones), null))
              .images();
      return List.of(rows(result.get(0)), rows(result.get(1)));
    }
  }

  private static String rows(NDArray image) {
    int width = (int) image.getShape().get(2);
    StringBuilder rows = new StringBuilder();
    float[] values = image.toFloatArray();
    for (int i = 0; i < values.length; i++) {
      rows.append(i > 0 && i % width == 0 ? "/" : "").append((int) values[i]);
    }
    return rows.toString();
  }

  @Test
  void smallerImagesGetTheValueAtTheRightAndTheBottom() {
    assertThat(padded(new Padding(1, 7), 10, 0))
        .containsExactly("11111/11111/11111/11111/11111", "11117/11117/11117/11117/77777");
  }

  @Test
  void heightsAndWidthsBecomeMultiplesOfTheDivisor() {
    assertThat(padded(new Padding(6, 0), 10, 0))
        .containsExactly(
            "111110/111110/111110/111110/111110/000000",
            "111100/111100/111100/111100/000000/000000");
    assertThat(padded(new Padding(3, 2), 0, 1))
        .containsOnly("111122/111122/111122/111122/222222/222222");
  }

  @Test
  void imagesThatAreLargeEnoughStayTheSameArrays() {
    try (NDManager manager = services.runtime().newManager(services.device());
        HostBatch host = HostBatch.noise(2, 4, 3)) {
      NDArray planes = manager.ones(new Shape(2, 3, 4, 4));
      assertThat(
              new BatchPadding(new Padding(2, 1), services.ops())
                  .apply(host, new Batch(List.of(planes), null))
                  .images())
          .isSameAs(planes);
    }
  }
}
