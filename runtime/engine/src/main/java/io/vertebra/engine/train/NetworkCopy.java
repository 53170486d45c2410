package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.WeightCopy;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.Map;

/** A copy of the state dict of a network. It owns its arrays, and is for one thread at a time. */
public final class NetworkCopy implements WeightCopy, AutoCloseable {
  private final ModelState network;
  private final ArrayPairs parameters;
  private final ArrayPairs floatBuffers;
  private final ArrayPairs otherBuffers;
  private boolean swapped;

  /**
   * Copies the present values.
   *
   * @param runtime the native library
   * @param network the arrays; stay with the caller, who closes them later
   */
  public NetworkCopy(TorchRuntime runtime, ModelState network) {
    this.network = network;
    Map<String, NDArray> floats = new LinkedHashMap<>();
    Map<String, NDArray> others = new LinkedHashMap<>();
    Map<String, NDArray> learned = network.parameters();
    network
        .stateDict()
        .forEach(
            (name, array) -> {
              if (!learned.containsKey(name)) {
                (array.getDataType().isFloating() ? floats : others).put(name, array);
              }
            });
    this.parameters = new ArrayPairs(runtime, learned);
    this.floatBuffers = new ArrayPairs(runtime, floats);
    this.otherBuffers = new ArrayPairs(runtime, others);
  }

  @Override
  public void copy() {
    parameters.copy();
    copyBuffers();
  }

  @Override
  public void copyBuffers() {
    floatBuffers.copy();
    otherBuffers.copy();
  }

  @Override
  public void average(double rate, boolean buffers) {
    parameters.average(rate);
    if (buffers) {
      floatBuffers.average(rate);
    }
  }

  @Override
  public void swap() {
    parameters.swap();
    floatBuffers.swap();
    otherBuffers.swap();
    swapped = !swapped;
  }

  /**
   * What is deployed, whether it is in the network at the moment or not.
   *
   * @param owner owns arrays that share the memory of the copy
   * @return the state dict in its order
   */
  public Map<String, NDArray> deployed(NDManager owner) {
    return swapped ? network.stateDict() : copies(owner);
  }

  /**
   * What training goes on with, whether it is in the network at the moment or not.
   *
   * @param owner owns arrays that share the memory of the copy
   * @return the state dict in its order
   */
  public Map<String, NDArray> trained(NDManager owner) {
    return swapped ? copies(owner) : network.stateDict();
  }

  private Map<String, NDArray> copies(NDManager owner) {
    Map<String, NDArray> copies = new LinkedHashMap<>(parameters.copies(owner));
    copies.putAll(floatBuffers.copies(owner));
    copies.putAll(otherBuffers.copies(owner));
    Map<String, NDArray> ordered = new LinkedHashMap<>();
    network.stateDict().keySet().forEach(name -> ordered.put(name, copies.get(name)));
    return ordered;
  }

  @Override
  public void close() {
    parameters.close();
    floatBuffers.close();
    otherBuffers.close();
  }
}
