package io.vertebra.engine.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Moment;
import io.vertebra.api.model.Ops;
import java.util.Optional;

/**
 * A pass that is another one but for what a subclass changes. A layer that asks to be computed
 * twice gets this pass, not the other.
 */
public abstract class ForwardingContext implements Context {
  private final Context pass;

  /**
   * Makes a pass.
   *
   * @param pass the other one
   */
  protected ForwardingContext(Context pass) {
    this.pass = requireNonNull(pass, "pass is null");
  }

  @Override
  public Ops ops() {
    return pass.ops();
  }

  @Override
  public boolean training() {
    return pass.training();
  }

  @Override
  public double normMomentum(double own) {
    return pass.normMomentum(own);
  }

  @Override
  public Optional<Moment> moment() {
    return pass.moment();
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    return pass.get(tensor);
  }

  @Override
  public void show(Module module, NDArray output) {
    pass.show(module, output);
  }
}
