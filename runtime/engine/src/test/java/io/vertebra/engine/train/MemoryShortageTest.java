package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.engine.fixture.HungryAlgorithm;
import io.vertebra.engine.fixture.OtherDevice;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever memory ends, the run ends with what would fit, and what was saved stays. */
final class MemoryShortageTest {
  private static final String BATCH =
      "a batch of 6 images does not fit into memory (no room for 20.50 MiB more in 79.10 GiB); give"
          + " a smaller batch_size, such as 3";

  @TempDir private Path folder;

  private AbstractThrowableAssert<?, ? extends Throwable> failure(
      Algorithm algorithm, Hook... hooks) {
    try (ToyRun run = new ToyRun(ToyRun.Settings.of(algorithm))) {
      return assertThatThrownBy(() -> run.train(folder, 3, 1, SavedRun.HALVING, hooks))
          .isInstanceOf(NotEnoughMemoryException.class)
          .hasRootCauseMessage(OtherDevice.FULL);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void inTrainingBatchPrecisionAndCheckpointingAreNamed(int pass) {
    failure(HungryAlgorithm.inTraining(pass))
        .hasMessageStartingWith(BATCH)
        .hasMessageContaining("accumulative_counts")
        .hasMessageContaining("precision: bfloat16")
        .hasMessageContaining("with_cp: true");
  }

  @Test
  void inAValidationTheBatchIsNamed() {
    failure(HungryAlgorithm.inScoring(2)).hasMessage(BATCH + ", or smaller images by the pipeline");
  }

  @Test
  void whereStatisticsAreEstimatedAgainTheBatchIsNamed() {
    Hook estimating =
        new Hook() {
          @Override
          public void afterTrainEpoch(Run run) {
            run.estimateBatchStatistics(6);
          }
        };
    failure(HungryAlgorithm.inTraining(3), estimating)
        .hasMessage(BATCH + ", or smaller images by the pipeline");
  }

  @Test
  void inALaterEpochTheCheckpointOfTheOneBeforeIsWritten() {
    failure(HungryAlgorithm.inTraining(3), new SavingHook()).hasMessageStartingWith(BATCH);

    assertThat(folder.resolve("epoch_1.safetensors")).isRegularFile();
  }
}
