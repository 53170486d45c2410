package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class TrainingStepMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long MOST_GROWTH_KIB = 20 * 1024;

  @Test
  void stepsLeaveNeitherArraysNorMemoryBehind() throws IOException {
    assumeTrue(Files.isReadable(STATUS), "the memory of the process cannot be read here");
    try (ToyRun run = new ToyRun()) {
      TrainingStep step = run.step(run.learner);
      steps(run, step, 200);
      int arrays = managedArrays(run.state.manager());
      long memory = residentKib();

      steps(run, step, 1_800);

      assertThat(managedArrays(run.state.manager())).isEqualTo(arrays);
      assertThat(residentKib() - memory).isLessThanOrEqualTo(MOST_GROWTH_KIB);
    }
  }

  private static void steps(ToyRun run, TrainingStep step, int count) {
    for (int epoch = 0; epoch < count / run.loader.batches(); epoch++) {
      try (EpochBatches batches = run.loader.epoch(epoch)) {
        while (batches.hasNext()) {
          try (HostBatch batch = batches.next()) {
            step.run(batch, epoch, 0);
          }
        }
      }
    }
  }

  private static int managedArrays(NDManager manager) {
    return ((PtNDManager) manager).getManagedArrays().size();
  }

  private static long residentKib() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
