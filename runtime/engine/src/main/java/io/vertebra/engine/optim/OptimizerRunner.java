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
import java.util.OptionalDouble;

/** Takes gradients of losses, adds them up, clips them and lets the optimizer update. */
public final class OptimizerRunner implements AutoCloseable {
  private final Optimizer optimizer;
  private final Clipping clipping;
  private final Gradients gradients;
  private final TorchOptimizerOps ops;
  private final ParameterGroups groups;
  private final Accumulation accumulation;

  /**
   * Makes a runner.
   *
   * @param runtime the native library
   * @param groups the parameters; closed with this runner
   * @param options the optimizer and what stands around it
   * @param maxBatches batches of the whole run
   */
  public OptimizerRunner(
      TorchRuntime runtime, ParameterGroups groups, OptimWrapperOptions options, long maxBatches) {
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
   * @return the norm of the gradients before clipping, where they are clipped by norm
   */
  public OptionalDouble step(NDArray loss, NDManager scope) {
    try (TensorList fresh = gradients.orZero(accumulation.shareOf(loss), groups.parameters())) {
      return accumulation.add(fresh).map(sum -> update(sum, scope)).orElse(OptionalDouble.empty());
    }
  }

  private OptionalDouble update(TensorList current, NDManager scope) {
    OptionalDouble norm = clipping.clip(current, groups.parameters(), scope);
    optimizer.prepare(ops, current);
    groups.forEach(
        current, (group, part) -> group.update(part, () -> optimizer.update(ops, group)));
    accumulation.restart();
    return norm;
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

  @Override
  public void close() {
    accumulation.close();
    groups.close();
    ops.close();
  }
}
