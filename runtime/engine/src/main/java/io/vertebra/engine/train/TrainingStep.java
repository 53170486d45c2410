package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.vertebra.api.data.Batch;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** One update of the parameters from one batch. Nothing that it makes outlives it. */
final class TrainingStep {
  private final TorchRuntime runtime;
  private final Learner learner;
  private final OptimizerRunner optimizer;
  private final long seed;

  /**
   * Makes a step.
   *
   * @param runtime the native library
   * @param learner what is trained
   * @param optimizer how it is trained
   * @param seed what chance in each iteration follows from
   */
  TrainingStep(TorchRuntime runtime, Learner learner, OptimizerRunner optimizer, long seed) {
    this.runtime = runtime;
    this.learner = learner;
    this.optimizer = optimizer;
    this.seed = seed;
  }

  /**
   * Updates the parameters.
   *
   * @param hostBatch the samples; stay with the caller
   * @param iteration the number of the iteration, which its chance follows from
   * @return the scalars of the step: {@code loss}, its parts, and what else the algorithm logs
   */
  Map<String, Double> run(HostBatch hostBatch, long iteration) {
    // Dropout of an iteration must not depend on what was drawn before it: a run can be resumed.
    runtime.seed(new SplittableRandom(seed + iteration).nextLong());
    return NotEnoughMemoryException.explain(hostBatch.size(), () -> update(hostBatch));
  }

  private Map<String, Double> update(HostBatch hostBatch) {
    try (StepScope scope = new StepScope(learner.state().manager())) {
      Map<String, NDArray> losses = forward(hostBatch, scope);
      NDArray total = total(losses);
      Map<String, Double> scalars = new LinkedHashMap<>();
      optimizer.step(total, scope.manager()).ifPresent(norm -> scalars.put("grad_norm", norm));
      scalars.put("loss", number(total));
      losses.forEach((name, value) -> scalars.putIfAbsent(name, number(value)));
      return scalars;
    }
  }

  /**
   * The losses, owned by the step. What the layers made on the way is let go before the gradients
   * are taken: of that, the native library itself keeps what it needs, and only as long as it does.
   */
  private Map<String, NDArray> forward(HostBatch hostBatch, StepScope step) {
    try (StepScope scope = new StepScope(step.manager())) {
      Pass pass = new Pass(learner.ops(), learner.state(), true);
      Batch batch = learner.prepare(pass, hostBatch, scope.manager());
      Map<String, NDArray> losses = learner.algorithm().loss(pass, batch);
      losses.values().forEach(loss -> scope.hand(loss, step));
      return losses;
    }
  }

  private static double number(NDArray scalar) {
    return scalar.getDataType() == DataType.FLOAT64 ? scalar.getDouble() : scalar.getFloat();
  }

  /** The sum of what is to be made small. */
  static NDArray total(Map<String, NDArray> losses) {
    return losses.entrySet().stream()
        .filter(entry -> entry.getKey().contains("loss"))
        .map(Map.Entry::getValue)
        .reduce(NDArray::add)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the algorithm gave no loss: it names " + losses.keySet()));
  }
}
