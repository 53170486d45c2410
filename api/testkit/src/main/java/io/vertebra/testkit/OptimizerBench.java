package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.train.TorchOptimizerOps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An optimizer that updates groups of arrays with gradients that a test gives. */
public final class OptimizerBench implements AutoCloseable {
  private final Optimizer optimizer;
  private final TorchRuntime runtime;
  private final NDManager manager;
  private final TorchOptimizerOps ops;
  private final List<BenchGroup> groups = new ArrayList<>();

  /**
   * Makes a bench without groups.
   *
   * @param engine what it runs on
   * @param optimizer the optimizer
   */
  public OptimizerBench(EngineServices engine, Optimizer optimizer) {
    this.optimizer = optimizer;
    this.runtime = engine.runtime();
    this.manager = runtime.newManager(engine.device());
    this.ops = new TorchOptimizerOps(runtime, optimizer);
  }

  /**
   * Adds a group.
   *
   * @param parameters its parameters, which stay the caller's
   * @param changes hyper-parameters that differ from the optimizer's
   */
  public void addGroup(Collection<NDArray> parameters, Map<String, Double> changes) {
    groups.add(new BenchGroup(runtime, parameters, optimizer, changes));
  }

  /**
   * Takes a step.
   *
   * @param gradients the gradients of all groups, in their order; changed
   */
  public void step(TensorList gradients) {
    optimizer.prepare(ops, gradients);
    int from = 0;
    try (NDManager scope = manager.newSubManager()) {
      for (BenchGroup group : groups) {
        int to = from + group.parameters().size();
        try (TensorList part = part(gradients, from, to, scope)) {
          group.update(part, () -> optimizer.update(ops, group));
        }
        from = to;
      }
    }
  }

  private TensorList part(TensorList list, int from, int to, NDManager scope) {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = from; i < to; i++) {
      arrays.add(list.get(scope, i));
    }
    return TensorList.of(runtime, arrays);
  }

  @Override
  public void close() {
    groups.forEach(BenchGroup::close);
    ops.close();
    manager.close();
  }
}
