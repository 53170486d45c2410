package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.vertebra.api.data.Batch;
import io.vertebra.api.train.Phase;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.optim.GradientSource;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.optim.UpdateOutcome;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One update of the parameters from one batch. Nothing that it makes outlives it. */
final class TrainingStep {
  private static final String LOSS = "loss";

  private final TorchRuntime runtime;
  private final Learner learner;
  private final OptimizerRunner optimizer;
  private final NanWatch watch;
  private final long seed;
  private PhaseClock clock = new PhaseClock();

  /**
   * Makes a step.
   *
   * @param runtime the native library
   * @param learner what is trained
   * @param optimizer how it is trained
   * @param watch what is done about losses that are not finite; stays with the caller
   * @param seed what chance in each iteration follows from
   */
  TrainingStep(
      TorchRuntime runtime, Learner learner, OptimizerRunner optimizer, NanWatch watch, long seed) {
    this.runtime = runtime;
    this.learner = learner;
    this.optimizer = optimizer;
    this.watch = watch;
    this.seed = seed;
  }

  /**
   * Has the phases of steps timed.
   *
   * @param phaseClock is told when each ends
   */
  void timeBy(PhaseClock phaseClock) {
    clock = phaseClock;
  }

  /**
   * Updates the parameters.
   *
   * @param hostBatch the samples; stay with the caller
   * @param iteration the number of the iteration, which its chance follows from
   * @param epoch finished passes through the data
   * @return the scalars of the step: {@code loss}, its parts, and what else the algorithm logs; no
   *     loss where it is not finite and the update is left out
   */
  Map<String, Double> run(HostBatch hostBatch, long iteration, int epoch) {
    IterationChance chance = new IterationChance(seed, iteration);
    runtime.seed(chance.library());
    watch.begin();
    Map<String, Double> scalars = new LinkedHashMap<>();
    Optional<String> problem =
        NotEnoughMemoryException.explain(
            MemoryNeed.training(hostBatch.size()), () -> update(hostBatch, chance, epoch, scalars));
    scalars.putAll(optimizer.scalars());
    problem.ifPresent(
        sentence -> {
          runtime.seed(chance.library());
          watch.settle(
              "in iteration " + (iteration + 1) + " " + sentence, hostBatch, chance.moment(epoch));
        });
    return scalars;
  }

  /** Gives a sentence where the update was left out. */
  private Optional<String> update(
      HostBatch hostBatch, IterationChance chance, int epoch, Map<String, Double> scalars) {
    try (StepScope scope = new StepScope(learner.state().manager())) {
      TrainingPass pass =
          new TrainingPass(
              runtime, learner.pass().at(chance.moment(epoch)), ~seed + chance.iteration());
      Map<String, NDArray> losses = forward(pass, hostBatch, scope);
      clock.ended(Phase.FORWARD);
      NDArray total = total(losses);
      if (watch.looks() && !Double.isFinite(number(total))) {
        watch.refuse();
        optimizer.leaveOut();
        return Optional.of("the loss is " + numbers(losses));
      }
      UpdateOutcome outcome = optimizer.step(total, timed(pass), scope.manager());
      outcome.norm().ifPresent(norm -> scalars.put("grad_norm", norm));
      scalars.put(LOSS, number(total));
      numbers(losses).forEach(scalars::putIfAbsent);
      clock.ended(Phase.UPDATE);
      return outcome
          .notFinite()
          .map(name -> "the gradient of `%s` is not finite, but the loss is".formatted(name));
    }
  }

  private GradientSource timed(GradientSource source) {
    return (loss, parameters) -> {
      TensorList gradients = source.gradients(loss, parameters);
      clock.ended(Phase.BACKWARD);
      return gradients;
    };
  }

  /**
   * The losses, owned by the step. What the layers made on the way is let go before the gradients
   * are taken: of that, the native library itself keeps what it needs, and only as long as it does.
   */
  private Map<String, NDArray> forward(TrainingPass pass, HostBatch hostBatch, StepScope step) {
    try (StepScope scope = new StepScope(step.manager())) {
      Batch batch = learner.prepare(pass, hostBatch, scope.manager());
      Map<String, NDArray> losses = learner.algorithm().loss(pass, batch);
      losses.values().forEach(loss -> scope.hand(loss, step));
      pass.kept().forEach(array -> scope.hand(array, step));
      return losses;
    }
  }

  private static Map<String, Double> numbers(Map<String, NDArray> scalars) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    scalars.forEach((name, value) -> numbers.put(name, number(value)));
    return numbers;
  }

  private static double number(NDArray scalar) {
    return scalar.getDataType() == DataType.FLOAT64 ? scalar.getDouble() : scalar.getFloat();
  }

  /** The sum of what is to be made small. */
  static NDArray total(Map<String, NDArray> losses) {
    return losses.entrySet().stream()
        .filter(entry -> entry.getKey().contains(LOSS))
        .map(Map.Entry::getValue)
        .reduce(NDArray::add)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the algorithm gave no loss: it names " + losses.keySet()));
  }
}
