package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Moment;
import io.vertebra.api.model.Ops;
import java.util.Optional;

/**
 * A pass that computes once more what was computed: it changes copies of buffers, so that a batch
 * counts once in running statistics.
 *
 * @param first the pass that was before
 * @param owner owns the copies
 */
record SecondPass(Context first, NDManager owner) implements Context {
  @Override
  public Ops ops() {
    return first.ops();
  }

  @Override
  public boolean training() {
    return first.training();
  }

  @Override
  public double normMomentum(double own) {
    return first.normMomentum(own);
  }

  @Override
  public Optional<Moment> moment() {
    return first.moment();
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    NDArray array = first.get(tensor);
    if (tensor instanceof Buffer) {
      NDArray copy = array.duplicate();
      copy.attach(owner);
      return copy;
    }
    return array;
  }
}
