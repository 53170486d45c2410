package io.vertebra.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.PatchMask;
import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.Target;
import io.vertebra.engine.data.LoaderSettings.Unreadable;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.OtherDevice;
import io.vertebra.engine.fixture.ToyDataset;
import io.vertebra.engine.torch.TorchRuntime;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StagingTest {
  private static final Sampler ROW = epoch -> new int[] {0, 1, 2, 3, 4, 5, 6, 7};

  private final TorchRuntime runtime = Engines.services().runtime();
  private final ToyDataset dataset = new ToyDataset(10);
  private final OtherDevice device = new OtherDevice();

  private DataLoader loader(Sampler sampler, Staging staging) {
    LoaderSettings settings = new LoaderSettings(2, 2, false, Unreadable.FAIL, 0);
    return new DataLoader(dataset, sampler, settings, staging);
  }

  private List<String> epoch(Staging staging) {
    List<String> pixels = new ArrayList<>();
    try (DataLoader loader = loader(ROW, staging);
        EpochBatches batches = loader.epoch(0);
        NDManager step = runtime.newManager(Device.cpu())) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          pixels.add(text(batch.toDevice(step).images()));
        }
      }
    }
    return pixels;
  }

  private static String text(NDArray array) {
    return Arrays.toString(array.toByteArray());
  }

  @Test
  void batchesAreTheSameWhetherTheyAreCopiedAheadOrNot() {
    List<String> plain = epoch(Staging.NONE);

    assertThat(epoch(Staging.copying(device))).isEqualTo(plain);
    assertThat(device.askedBy()).hasSize(plain.size()).allMatch("vertebra-copy-1"::equals);
    assertThat(device.open()).isZero();
  }

  @Test
  void oneBatchAloneIsCopiedAheadOfThatWhichIsUsed() {
    try (DataLoader loader = loader(ROW, Staging.copying(device))) {
      try (EpochBatches batches = loader.epoch(0)) {
        batches.next().close();
      }
      assertThat(device.askedBy()).hasSize(2);
    }
  }

  @Test
  void nothingIsLeftWhereAnEpochIsLeftEarly() {
    try (DataLoader loader = loader(ROW, Staging.copying(device));
        EpochBatches batches = loader.epoch(0);
        HostBatch unused = batches.next()) {
      assertThat(unused.size()).isEqualTo(2);
    }
    assertThat(device.open()).isZero();
    assertThat(dataset.open()).isZero();
  }

  @Test
  void theFirstWhoAsksGetsTheCopyAndOthersGetNewOnes() {
    try (HostBatch batch = batchOfTasks();
        NDManager first = runtime.newManager(Device.cpu());
        NDManager second = runtime.newManager(Device.cpu())) {
      batch.copyAhead(device.get());
      Batch copied = batch.toDevice(first);
      Batch again = batch.toDevice(second);

      assertThat(device.open()).isZero();
      assertThat(arrays(copied)).hasSize(4).allMatch(array -> array.getManager() == first);
      assertThat(arrays(again)).hasSize(4).allMatch(array -> array.getManager() == second);
      assertThat(text(again.images())).isEqualTo(text(copied.images()));
    }
  }

  private static HostBatch batchOfTasks() {
    HostBatch.View view =
        new HostBatch.View(ByteBuffer.allocateDirect(12), List.of(new ImageSize(2, 2, 3)));
    Target target = new Target.Tasks(Map.of("kind", Target.of(1), "wear", Target.of(0)));
    return new HostBatch(
        new BatchBuffers(),
        List.of(view),
        List.of("image"),
        List.of(target),
        List.of(new PatchMask(1, 2, true, false)));
  }

  private static List<NDArray> arrays(Batch batch) {
    List<NDArray> arrays = new ArrayList<>(batch.views());
    arrays.addAll(batch.taskTargets().values());
    arrays.add(batch.masks());
    return arrays;
  }

  @Test
  void aBatchThatIsNeverAskedForReleasesItsCopy() {
    HostBatch batch = batchOfTasks();
    batch.copyAhead(device.get());
    batch.close();

    assertThat(device.open()).isZero();
  }

  @Test
  void whatHasNoRoomAheadIsCopiedInItsTurn() {
    List<String> plain = epoch(Staging.NONE);

    assertThat(epoch(Staging.copying(device.fill()))).isEqualTo(plain);
    assertThat(device.askedBy()).hasSize(plain.size());
  }

  @Test
  void targetsThatDoNotFitTogetherLeaveNoCopyAndAreToldInTheirTurn() {
    HostBatch.View view =
        new HostBatch.View(
            ByteBuffer.allocateDirect(2), List.of(new ImageSize(1, 1, 1), new ImageSize(1, 1, 1)));
    List<Target> targets = List.of(new Target.ManyLabels(1, 0), new Target.ManyLabels(1, 0, 1));
    try (HostBatch batch =
            new HostBatch(
                new BatchBuffers(), List.of(view), List.of("a", "b"), targets, List.of());
        NDManager step = runtime.newManager(Device.cpu())) {
      assertThatThrownBy(() -> batch.copyAhead(device.get()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(device.open()).isZero();
      assertThatThrownBy(() -> batch.toDevice(step)).hasMessageContaining("numbers of classes");
    }
  }

  @Test
  void anImageThatCannotBeReadIsNamed() {
    Sampler broken = epoch -> new int[] {0, 1, -3, 2};
    try (DataLoader loader = loader(broken, Staging.copying(device));
        EpochBatches batches = loader.epoch(0)) {
      batches.next().close();
      assertThatThrownBy(batches::next)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("image-3 cannot be read");
    }
    assertThat(device.open()).isZero();
  }

  @Test
  void batchesForTheCpuAreNotCopied() {
    assertThat(Staging.to(runtime, Device.cpu())).isSameAs(Staging.NONE);
  }
}
