package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.LossOps;
import io.vertebra.engine.torch.CrossEntropy;
import io.vertebra.engine.torch.CrossEntropyOptions;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;

/** Operations of training objectives on the native library. */
abstract class TorchLosses extends TorchArrays implements LossOps {
  private final CrossEntropy crossEntropy;
  private final Calls calls;

  TorchLosses(TorchRuntime runtime) {
    super(runtime);
    this.crossEntropy = new CrossEntropy(runtime);
    this.calls = new Calls(runtime.module(TorchLosses.class, "losses"));
  }

  @Override
  public NDArray crossEntropy(NDArray logits, NDArray target) {
    return crossEntropy.loss(logits.getManager(), logits, target, CrossEntropyOptions.defaults());
  }

  @Override
  public NDArray crossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, double smoothing) {
    return calls.array("cross_entropies", logits, target, numbers(classWeights), smoothing);
  }

  @Override
  public NDArray binaryCrossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, List<Double> positiveWeights) {
    return calls.array(
        "binary_cross_entropies", logits, target, numbers(classWeights), numbers(positiveWeights));
  }

  @Override
  public NDArray oneHot(NDArray target, int classes) {
    return calls.array("one_hot", target, classes);
  }

  @Override
  public void countClasses(NDArray counts, NDArray target) {
    calls.functions().function("count_classes").run(counts, target);
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
