package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a group with all that an optimizer remembers of them. */
public final class GroupState implements ParameterGroup, AutoCloseable {
  private final List<String> names;
  private final TensorList parameters;
  private final Map<String, TensorList> slots = new LinkedHashMap<>();
  private final HyperParameters hyperParameters;
  private TensorList gradients;
  private long step;

  GroupState(
      TorchRuntime runtime,
      Map<String, NDArray> parameters,
      Map<String, Double> hyperParameters,
      List<String> slots) {
    this.names = List.copyOf(parameters.keySet());
    this.parameters = TensorList.of(runtime, parameters.values());
    this.hyperParameters = new HyperParameters(hyperParameters);
    for (String slot : slots) {
      this.slots.put(slot, this.parameters.zerosLike());
    }
  }

  /** The names of the parameters, in their order. */
  List<String> names() {
    return names;
  }

  @Override
  public TensorList parameters() {
    return parameters;
  }

  @Override
  public TensorList gradients() {
    if (gradients == null) {
      throw new IllegalStateException("there are gradients only during an update");
    }
    return gradients;
  }

  @Override
  public TensorList slot(String name) {
    TensorList slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException(
          "there is no slot '" + name + "'; the optimizer declared " + slots.keySet());
    }
    return slot;
  }

  @Override
  public double hyperParameter(String name) {
    return hyperParameters.get(name);
  }

  @Override
  public long step() {
    return step;
  }

  /**
   * The hyper-parameters of the group.
   *
   * @return their present values, changed by schedules
   */
  public HyperParameters hyperParameters() {
    return hyperParameters;
  }

  /** Lets the slots lie in memory as the parameters do, which were moved. */
  void layOutSlots() {
    slots.values().forEach(slot -> slot.layOutAs(parameters));
  }

  /** Goes on after a number of updates, as a resumed run does. */
  void resumeAt(long updates) {
    step = updates;
  }

  /** Runs an update with gradients that are the caller's. */
  void update(TensorList newGradients, Runnable update) {
    gradients = newGradients;
    try {
      update.run();
      step++;
    } finally {
      gradients = null;
    }
  }

  /** The slots by name of slot and parameter, as arrays that share their memory. */
  Map<String, NDArray> slotArrays(NDManager owner) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    slots.forEach(
        (slot, list) -> {
          for (int i = 0; i < names.size(); i++) {
            arrays.put(slot + "/" + names.get(i), list.get(owner, i));
          }
        });
    return arrays;
  }

  @Override
  public void close() {
    slots.values().forEach(TensorList::close);
    parameters.close();
  }
}
