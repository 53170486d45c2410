package io.vertebra.engine.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Ops;

/** A pass through a network with given arrays. */
public final class Pass implements Context {
  private final Ops ops;
  private final ModelState state;
  private final boolean training;

  /**
   * Makes a pass.
   *
   * @param ops the operations
   * @param state the arrays; stay with the caller
   * @param training whether it is one of training
   */
  public Pass(Ops ops, ModelState state, boolean training) {
    this.ops = requireNonNull(ops, "ops is null");
    this.state = requireNonNull(state, "state is null");
    this.training = training;
  }

  @Override
  public Ops ops() {
    return ops;
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    return state.get(tensor);
  }
}
