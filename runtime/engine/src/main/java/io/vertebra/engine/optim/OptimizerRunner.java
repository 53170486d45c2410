package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Takes gradients of losses, adds them up, clips them and lets the optimizer update. Updates whose
 * gradients are not finite are left out where a guard watches them.
 */
public final class OptimizerRunner implements AutoCloseable {
  private final Optimizer optimizer;
  private final Clipping clipping;
  private final Gradients gradients;
  private final TorchOptimizerOps ops;
  private final ParameterGroups groups;
  private final Accumulation accumulation;
  private final UpdateGuard guard;
  private final OptimizerState state;

  /**
   * Makes a runner that takes gradients as they come.
   *
   * @param runtime the native library
   * @param groups the parameters; closed with this runner
   * @param options the optimizer and what stands around it
   * @param maxBatches batches of the whole run
   */
  public OptimizerRunner(
      TorchRuntime runtime, ParameterGroups groups, OptimWrapperOptions options, long maxBatches) {
    this(runtime, groups, options, maxBatches, UpdateGuard.none());
  }

  /**
   * Makes a runner.
   *
   * @param runtime the native library
   * @param groups the parameters; closed with this runner
   * @param options the optimizer and what stands around it
   * @param maxBatches batches of the whole run
   * @param guard looks at gradients before updates
   */
  public OptimizerRunner(
      TorchRuntime runtime,
      ParameterGroups groups,
      OptimWrapperOptions options,
      long maxBatches,
      UpdateGuard guard) {
    this.guard = guard;
    this.optimizer = options.optimizer();
    this.gradients = new Gradients(runtime);
    this.clipping = new Clipping(gradients, options.clipGrad());
    this.ops = new TorchOptimizerOps(runtime, optimizer);
    this.groups = groups;
    this.accumulation =
        new Accumulation(options.accumulativeCounts(), maxBatches, groups.parameters());
    this.state = new OptimizerState(groups, accumulation, guard);
  }

  /**
   * Takes the gradients of a batch, and updates the parameters where a window of batches is full.
   *
   * @param loss a scalar with a graph, which is released
   * @param scope owns what is needed on the way
   * @return what became of the batch
   */
  public UpdateOutcome step(NDArray loss, NDManager scope) {
    return step(loss, gradients::orZero, scope);
  }

  /**
   * Takes the gradients of a batch in a way of the caller's, and updates the parameters where a
   * window of batches is full.
   *
   * @param loss a scalar with a graph, which is released
   * @param source takes gradients
   * @param scope owns what is needed on the way
   * @return what became of the batch
   */
  public UpdateOutcome step(NDArray loss, GradientSource source, NDManager scope) {
    NDArray part = guard.scaled(accumulation.shareOf(loss));
    try (TensorList fresh = source.gradients(part, groups.trainedParameters())) {
      Optional<TensorList> sum = accumulation.add(fresh);
      return sum.isPresent() ? finish(sum.get(), scope) : UpdateOutcome.PLAIN;
    }
  }

  /** Takes a batch without gradients that could be used: the update of its window is left out. */
  public void leaveOut() {
    guard.spoil();
    if (accumulation.leaveOut()) {
      guard.dismiss();
      accumulation.restart();
    }
  }

  private UpdateOutcome finish(TensorList current, NDManager scope) {
    UpdateOutcome outcome =
        guard.admits(gradients, current)
            ? new UpdateOutcome(update(current, scope), Optional.empty())
            : new UpdateOutcome(OptionalDouble.empty(), nameOfFirstNotFinite(current));
    accumulation.restart();
    return outcome;
  }

  private OptionalDouble update(TensorList current, NDManager scope) {
    OptionalDouble norm = clipping.clip(current, groups.trainedParameters(), scope);
    optimizer.prepare(ops, current);
    groups.forEach(
        current, (group, part) -> group.update(part, () -> optimizer.update(ops, group)));
    return norm;
  }

  private Optional<String> nameOfFirstNotFinite(TensorList current) {
    if (guard.scales()) {
      return Optional.empty();
    }
    OptionalInt index = gradients.firstNotFinite(current);
    return index.isPresent()
        ? Optional.of(groups.trainedNames().get(index.getAsInt()))
        : Optional.empty();
  }

  /**
   * What logs show beside the loss.
   *
   * @return the scale of losses, and how many updates were left out once there are some
   */
  public Map<String, Double> scalars() {
    return guard.scalars();
  }

  /**
   * Freezes parameters, which then are neither updated nor remembered anything of.
   *
   * @param wanted which parameters are trained from here on, by name; says the same of parameters
   *     that are in one group
   */
  public void train(Predicate<String> wanted) {
    accumulation.train(groups.train(wanted));
  }

  /**
   * The groups of parameters.
   *
   * @return the groups, owned by this
   */
  public List<GroupState> groups() {
    return groups.groups();
  }

  /**
   * What the runner remembers between two batches.
   *
   * @return the state, owned by this
   */
  public OptimizerState state() {
    return state;
  }

  @Override
  public void close() {
    accumulation.close();
    groups.close();
    ops.close();
  }
}
