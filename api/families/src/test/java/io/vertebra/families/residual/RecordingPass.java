package io.vertebra.families.residual;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Ops;
import io.vertebra.api.model.Ops.BatchStatistics;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A training pass whose one array stands for all; it notes which operations are called. */
final class RecordingPass implements Context {
  private final NDArray array = proxy(NDArray.class, (self, method, arguments) -> self);
  private final List<String> operations = new ArrayList<>();
  private final List<Boolean> batchStatistics = new ArrayList<>();
  private final List<Double> dropPathRates = new ArrayList<>();
  private final List<Layer> recomputed = new ArrayList<>();

  @Override
  public Ops ops() {
    return proxy(
        Ops.class,
        (self, method, arguments) -> {
          operations.add(method.getName());
          for (Object argument : arguments) {
            if (argument instanceof BatchStatistics statistics) {
              batchStatistics.add(statistics.useBatch());
            }
            if (argument instanceof Double rate) {
              dropPathRates.add(rate);
            }
          }
          return array;
        });
  }

  @Override
  public boolean training() {
    return true;
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    return array;
  }

  @Override
  public NDArray recompute(Layer layer, NDArray input) {
    recomputed.add(layer);
    return layer.forward(this, input);
  }

  NDArray array() {
    return array;
  }

  /** The layers that were to be computed again, in order. */
  List<Layer> recomputed() {
    return recomputed;
  }

  List<String> operations() {
    return operations;
  }

  /** For each batch norm, in order, whether it used the statistics of the batch. */
  List<Boolean> batchStatistics() {
    return batchStatistics;
  }

  /** The rate of each call that drops paths. */
  List<Double> dropPathRates() {
    return dropPathRates;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordingPass.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
