package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A group of parameters with all that an optimizer remembers of them. */
final class BenchGroup implements ParameterGroup, AutoCloseable {
  private final TensorList parameters;
  private final Map<String, TensorList> slots = new HashMap<>();
  private final Map<String, Double> hyperParameters;
  private TensorList gradients;
  private long step;

  BenchGroup(
      TorchRuntime runtime,
      Collection<NDArray> parameters,
      Optimizer optimizer,
      Map<String, Double> changes) {
    this.parameters = TensorList.of(runtime, parameters);
    this.hyperParameters = new HashMap<>(optimizer.hyperParameters());
    changes.forEach(
        (name, value) -> {
          checkKnown(hyperParameters, name);
          hyperParameters.put(name, value);
        });
    optimizer.slots().forEach(slot -> slots.put(slot, this.parameters.zerosLike()));
  }

  /** Runs an update with gradients that are the caller's. */
  void update(TensorList current, Runnable update) {
    gradients = current;
    update.run();
    gradients = null;
    step++;
  }

  @Override
  public TensorList parameters() {
    return parameters;
  }

  @Override
  public TensorList gradients() {
    return gradients;
  }

  @Override
  public TensorList slot(String name) {
    checkKnown(slots, name);
    return slots.get(name);
  }

  @Override
  public double hyperParameter(String name) {
    checkKnown(hyperParameters, name);
    return hyperParameters.get(name);
  }

  private static void checkKnown(Map<String, ?> declared, String name) {
    if (!declared.containsKey(name)) {
      throw new IllegalArgumentException(
          "the optimizer declared " + declared.keySet() + ", but not '" + name + "'");
    }
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public void close() {
    parameters.close();
    slots.values().forEach(TensorList::close);
  }
}
