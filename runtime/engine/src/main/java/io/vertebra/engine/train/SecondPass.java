package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.engine.model.ForwardingContext;

/**
 * A pass that computes once more what was computed: it changes copies of buffers, so that a batch
 * counts once in running statistics.
 */
final class SecondPass extends ForwardingContext {
  private final NDManager owner;

  /**
   * Makes a pass.
   *
   * @param first the pass that was before
   * @param owner owns the copies
   */
  SecondPass(Context first, NDManager owner) {
    super(first);
    this.owner = owner;
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    NDArray array = super.get(tensor);
    if (tensor instanceof Buffer) {
      NDArray copy = array.duplicate();
      copy.attach(owner);
      return copy;
    }
    return array;
  }
}
