package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.Staging;
import io.vertebra.engine.fixture.OtherDevice;
import io.vertebra.engine.fixture.ToyAlgorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training whose next batch is copied to its device while the present one is computed. */
final class StagedTrainingTest {
  private final OtherDevice device = new OtherDevice();

  @TempDir private Path folder;

  private ToyRun staged() {
    return new ToyRun(ToyRun.Settings.of(new ToyAlgorithm()), Staging.copying(device));
  }

  private Map<String, String> end(Optional<Path> start) throws IOException {
    try (ToyRun run = staged()) {
      TrainOptions options = TrainOptions.epochs(SavedRun.EPOCHS, 1);
      run.train(folder, options, SavedRun.HALVING, start, new SavingHook());
      return run.weights();
    }
  }

  @Test
  void itEndsWithTheSameBitsAndLeavesNothingOnTheDevice() throws IOException {
    Map<String, String> plain = SavedRun.end(folder, Optional.empty());

    assertThat(end(Optional.empty())).isEqualTo(plain);
    assertThat(device.askedBy()).isNotEmpty();
    assertThat(device.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void itGoesOnAfterTheLastBatchThatWasTrainedOn(int iteration) throws IOException {
    Map<String, String> plain = SavedRun.end(folder, Optional.empty());
    end(Optional.empty());

    assertThat(end(Optional.of(SavedRun.file(folder, iteration)))).isEqualTo(plain);
  }

  @Test
  void itEndsWithTheSameBitsWhereTheDeviceHasNoRoomForASecondBatch() throws IOException {
    Map<String, String> plain = SavedRun.end(folder, Optional.empty());
    device.fill();

    assertThat(end(Optional.empty())).isEqualTo(plain);
  }

  @Test
  void aRunThatIsStoppedLeavesNothingOnTheDevice() {
    try (ToyRun run = staged()) {
      run.train(folder, 9, 1, SavedRun.HALVING, afterFirst(() -> run.stop.stop("enough")));
      assertThat(device.open()).isZero();
    }
  }

  @Test
  void aRunThatFailsLeavesNothingOnTheDevice() {
    Hook failing =
        afterFirst(
            () -> {
              throw new IllegalStateException("a fault");
            });
    try (ToyRun run = staged()) {
      assertThatThrownBy(() -> run.train(folder, 9, 1, SavedRun.HALVING, failing))
          .hasMessage("a fault");
      assertThat(device.open()).isZero();
    }
  }

  private static Hook afterFirst(Runnable action) {
    return new Hook() {
      @Override
      public void afterTrainIter(Run run) {
        action.run();
      }
    };
  }
}
