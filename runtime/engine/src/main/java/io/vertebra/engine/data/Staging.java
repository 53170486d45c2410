package io.vertebra.engine.data;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What is done to the batch that comes next while the present one is computed. */
public interface Staging extends AutoCloseable {
  /**
   * Does nothing, on no thread: what is computed on a CPU reads the memory that samples were
   * stacked in.
   */
  Staging NONE = read -> read;

  /**
   * The staging of batches that are computed on a device.
   *
   * @param runtime the native library
   * @param device where they are computed
   * @return copies to that device, or nothing where it is the CPU; owned by the caller
   */
  static Staging to(TorchRuntime runtime, Device device) {
    return device.isGpu() ? copying(() -> runtime.newManager(device)) : NONE;
  }

  /**
   * Copies ahead.
   *
   * @param owners gives an owner of the arrays of a batch, which says on which device they are
   * @return the staging, owned by the caller
   */
  static Staging copying(Supplier<NDManager> owners) {
    return new DeviceStaging(owners);
  }

  /**
   * Gets a batch ready, as soon as it is read.
   *
   * @param read the batch; fails where it cannot be read
   * @return the same batch, owned by who owned it before; fails as it did
   */
  CompletableFuture<HostBatch> stage(CompletableFuture<HostBatch> read);

  /** Ends the thread, if there is one. Nothing is staged any more. */
  @Override
  default void close() {}
}
