package io.vertebra.engine.data;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Copies batches to a device on a thread of its own, one ahead of that which is computed; so there
 * is room for two on the device.
 *
 * <p>What runs beside the compute is the work of the host: making the arrays and feeding their
 * bytes, from memory that can be paged, to the driver. The thread that trains neither does that nor
 * waits for it, and goes on to launch kernels. The transfer itself is not beside the compute: DJL
 * has neither pinned memory nor streams, so that it stands in one queue with the kernels of the
 * device, behind those that were launched before it.
 */
final class DeviceStaging implements Staging {
  private final Supplier<NDManager> owners;
  private final LoaderThreads thread =
      new LoaderThreads("vertebra-copy", 1, DeviceStaging.class.getClassLoader());

  /**
   * Starts the thread.
   *
   * @param owners gives an owner of the arrays of a batch, which says on which device they are
   */
  DeviceStaging(Supplier<NDManager> owners) {
    this.owners = requireNonNull(owners, "owners is null");
  }

  @Override
  public CompletableFuture<HostBatch> stage(CompletableFuture<HostBatch> read) {
    return read.thenApplyAsync(this::copied, thread.executor());
  }

  private HostBatch copied(HostBatch batch) {
    try {
      batch.copyAhead(owners.get());
    } catch (RuntimeException | OutOfMemoryError e) {
      // Such as no room beside the batch that is computed now. The copy is made when its turn
      // comes;
      // what is wrong then as well is told there, as that of any batch.
    }
    return batch;
  }

  @Override
  public void close() {
    thread.close();
  }
}
