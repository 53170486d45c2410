package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The buffers of a network as they were before a pass. It owns the copy. */
final class RunningStatistics implements AutoCloseable {
  private final TensorList buffers;
  private final TensorList kept;

  RunningStatistics(TorchRuntime runtime, ModelState state) {
    Map<String, NDArray> arrays = new LinkedHashMap<>(state.stateDict());
    arrays.keySet().removeAll(state.parameters().keySet());
    this.buffers = TensorList.of(runtime, arrays.values());
    this.kept = buffers.zerosLike();
  }

  void keep() {
    kept.copyFrom(buffers);
  }

  void putBack() {
    buffers.copyFrom(kept);
  }

  @Override
  public void close() {
    kept.close();
    buffers.close();
  }
}
