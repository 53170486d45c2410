package io.vertebra.engine.train;

import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import java.util.function.Consumer;

/** Gives batches without end. */
interface BenchBatches extends AutoCloseable {
  /**
   * Works on the next batch.
   *
   * @param work is given the batch, and must not keep it
   */
  void use(Consumer<HostBatch> work);

  @Override
  void close();

  /** Gives one batch again and again; closes it at the end. */
  record Same(HostBatch batch) implements BenchBatches {
    @Override
    public void use(Consumer<HostBatch> work) {
      work.accept(batch);
    }

    @Override
    public void close() {
      batch.close();
    }
  }

  /** Gives the batches of a loader, epoch after epoch; closes it at the end. */
  final class Loaded implements BenchBatches {
    private final DataLoader loader;
    private EpochBatches batches;
    private int epoch;

    /**
     * Starts with the first epoch.
     *
     * @param loader has one batch at least
     */
    Loaded(DataLoader loader) {
      this.loader = loader;
      this.batches = loader.epoch(0);
    }

    @Override
    public void use(Consumer<HostBatch> work) {
      if (!batches.hasNext()) {
        batches.close();
        epoch++;
        batches = loader.epoch(epoch);
      }
      try (HostBatch batch = batches.next()) {
        work.accept(batch);
      }
    }

    @Override
    public void close() {
      batches.close();
      loader.close();
    }
  }
}
