package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.LinkedHashMap;
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
  private static final String STEPS = "steps";

  private final Optimizer optimizer;
  private final Clipping clipping;
  private final Gradients gradients;
  private final TorchOptimizerOps ops;
  private final ParameterGroups groups;
  private final Accumulation accumulation;
  private final UpdateGuard guard;

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
   * All arrays that the runner remembers between two batches, by the names that they have in
   * checkpoints, sharing their memory.
   *
   * @param batches finished batches of the run
   * @param owner owns the arrays
   * @return the arrays by name
   */
  public Map<String, NDArray> arrays(long batches, NDManager owner) {
    Map<String, NDArray> arrays = groups.slotArrays(owner);
    accumulation
        .pending(batches)
        .ifPresent(
            sums -> {
              List<String> names = groups.names();
              for (int i = 0; i < names.size(); i++) {
                arrays.put("accumulated/" + names.get(i), sums.get(owner, i));
              }
            });
    return arrays;
  }

  /** Lets all that is remembered lie in memory as the parameters do, which were moved. */
  public void followLayout() {
    groups.groups().forEach(GroupState::layOutSlots);
    accumulation.layOutAs(groups.parameters());
  }

  /**
   * Goes on after a number of batches and updates, as a resumed run does.
   *
   * @param batches finished batches
   * @param updates finished updates
   */
  public void resumeAt(long batches, long updates) {
    accumulation.resumeAt(batches);
    groups.groups().forEach(group -> group.resumeAt(updates));
  }

  /**
   * What the runner remembers beside arrays and finished updates.
   *
   * @return names to numbers, texts, truth values, or lists and maps of these
   */
  public Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>(guard.state());
    state.put(STEPS, groups().stream().map(GroupState::step).toList());
    return state;
  }

  /**
   * Takes back what {@link #state} gave.
   *
   * @param state the state of the saved run; nothing is restored of what it lacks
   */
  public void restore(Map<String, Object> state) {
    guard.restore(state);
    if (state.get(STEPS) instanceof List<?> steps && steps.size() == groups().size()) {
      for (int i = 0; i < steps.size(); i++) {
        groups().get(i).resumeAt(((Number) steps.get(i)).longValue());
      }
    }
  }

  @Override
  public void close() {
    accumulation.close();
    groups.close();
    ops.close();
  }
}
