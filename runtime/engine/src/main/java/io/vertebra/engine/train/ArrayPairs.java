package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays of a network with a copy of each. It owns the copies. There may be none. */
final class ArrayPairs implements AutoCloseable {
  private final List<String> names;
  private final TensorList network;
  private final TensorList copies;

  ArrayPairs(TorchRuntime runtime, Map<String, NDArray> arrays) {
    this.names = List.copyOf(arrays.keySet());
    this.network = TensorList.of(runtime, arrays.values());
    this.copies = network.zerosLike();
    copy();
  }

  void copy() {
    if (!names.isEmpty()) {
      copies.copyFrom(network);
    }
  }

  void average(double rate) {
    if (!names.isEmpty()) {
      copies.lerp(network, rate);
    }
  }

  void swap() {
    copies.swap(network);
  }

  /** The copies by name, sharing their memory. */
  Map<String, NDArray> copies(NDManager owner) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      arrays.put(names.get(i), copies.get(owner, i));
    }
    return arrays;
  }

  @Override
  public void close() {
    copies.close();
    network.close();
  }
}
