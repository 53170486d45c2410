package io.vertebra.engine.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Moment;
import io.vertebra.api.model.Ops;
import java.util.Optional;
import java.util.OptionalDouble;

/** A pass through a network with given arrays. */
public final class Pass implements Context {
  private final Ops ops;
  private final ModelState state;
  private final boolean training;
  private final OptionalDouble normMomentum;
  private final Optional<Moment> moment;

  /**
   * Makes a pass.
   *
   * @param ops the operations
   * @param state the arrays; stay with the caller
   * @param training whether it is one of training
   */
  public Pass(Ops ops, ModelState state, boolean training) {
    this(ops, state, training, OptionalDouble.empty(), Optional.empty());
  }

  private Pass(
      Ops ops,
      ModelState state,
      boolean training,
      OptionalDouble normMomentum,
      Optional<Moment> moment) {
    this.ops = requireNonNull(ops, "ops is null");
    this.state = requireNonNull(state, "state is null");
    this.training = training;
    this.normMomentum = normMomentum;
    this.moment = moment;
  }

  /**
   * Makes a pass of training whose batch has a given weight in the running statistics of norms.
   *
   * @param ops the operations
   * @param state the arrays; stay with the caller
   * @param momentum the weight
   * @return the pass
   */
  public static Pass estimating(Ops ops, ModelState state, double momentum) {
    return new Pass(ops, state, true, OptionalDouble.of(momentum), Optional.empty());
  }

  /**
   * The same pass as one of an iteration of training.
   *
   * @param iteration the iteration
   * @return the pass
   */
  public Pass at(Moment iteration) {
    return new Pass(ops, state, training, normMomentum, Optional.of(iteration));
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
  public Optional<Moment> moment() {
    return moment;
  }

  @Override
  public double normMomentum(double own) {
    return normMomentum.orElse(own);
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    return state.get(tensor);
  }
}
