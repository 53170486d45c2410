package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.config.ClipGradOptions;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes gradients of losses, clips them and lets the optimizer update. */
final class OptimizerRunner implements AutoCloseable {
  private final Optimizer optimizer;
  private final Optional<ClipGradOptions> clipping;
  private final Gradients gradients;
  private final TorchOptimizerOps ops;
  private final GroupState group;

  /**
   * Makes a runner with one group.
   *
   * @param runtime the native library
   * @param parameters what is trained, by name; stay with the caller
   * @param options the optimizer and what stands around it
   */
  OptimizerRunner(
      TorchRuntime runtime, Map<String, NDArray> parameters, OptimWrapperOptions options) {
    this.optimizer = options.optimizer();
    this.clipping = options.clipGrad();
    this.gradients = new Gradients(runtime);
    this.ops = new TorchOptimizerOps(runtime, optimizer);
    this.group = new GroupState(runtime, parameters, optimizer);
  }

  /**
   * Updates the parameters.
   *
   * @param loss a scalar with a graph, which is released
   * @param scope owns what is needed on the way
   * @return the norm of the gradients before clipping, where they are clipped by norm
   */
  OptionalDouble step(NDArray loss, NDManager scope) {
    try (TensorList current = gradients.orZero(loss, group.parameters())) {
      OptionalDouble norm = clip(current, scope);
      optimizer.prepare(ops, current);
      group.update(current, () -> optimizer.update(ops, group));
      return norm;
    }
  }

  private OptionalDouble clip(TensorList current, NDManager scope) {
    if (clipping.isEmpty()) {
      return OptionalDouble.empty();
    }
    ClipGradOptions options = clipping.get();
    if (options.type() == ClipGradOptions.Type.VALUE) {
      gradients.clipValue(current, options.clipValue().orElseThrow());
      return OptionalDouble.empty();
    }
    NDArray norm =
        gradients.clipNorm(scope, current, options.maxNorm().orElseThrow(), options.normType());
    return OptionalDouble.of(norm.getFloat());
  }

  GroupState group() {
    return group;
  }

  @Override
  public void close() {
    group.close();
    ops.close();
  }
}
