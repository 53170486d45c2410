package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import java.util.List;

/**
 * What holds for every {@link Algorithm}. Parts that it is made of can be named in the config:
 * {@code ToyBackbone} takes images of three channels and gives N x 4 features, {@code ToyHead}
 * makes scores of two classes of them.
 */
public abstract class AlgorithmContract extends ModuleContract<Algorithm> {
  /** Makes the contract. */
  protected AlgorithmContract() {
    super(Kind.ALGORITHM, Algorithm.class);
  }

  /**
   * The shape of an image that the algorithm takes.
   *
   * @return C x H x W
   */
  protected abstract Shape input();

  /**
   * How many classes it scores.
   *
   * @return the number
   */
  protected abstract int classes();

  @Override
  final List<Shape> inputShapes(int batch) {
    return List.of(Tries.batched(batch, input()));
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    return List.of(new Shape(batch, classes()));
  }

  @Override
  final List<NDArray> forward(Algorithm algorithm, Context context, List<NDArray> inputs) {
    return List.of(algorithm.scores(context, inputs.get(0)));
  }

  @Override
  final NDArray objective(Algorithm algorithm, Context context, List<NDArray> inputs) {
    NDArray images = inputs.get(0);
    NDArray targets = Tries.labels(images.getManager(), (int) images.getShape().get(0), classes());
    return Tries.total(algorithm.loss(context, new Batch(List.of(images), targets)));
  }
}
