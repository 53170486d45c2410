package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.optim.ParameterGroups;
import io.vertebra.engine.optim.ParameterSettings;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.train.StepScope;
import io.vertebra.testkit.golden.StateFill;
import io.vertebra.testkit.toy.ToyOptimizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** A network with filled arrays, on which passes and steps can be tried. It owns the arrays. */
public final class NetworkBench implements AutoCloseable {
  private static final double LEARNING_RATE = 1e-3;

  private final EngineServices engine;
  private final ModelState state;

  /**
   * Makes the arrays of a network and fills them by the formula of golden figures.
   *
   * @param engine what the network runs on
   * @param network the network
   * @param gain what weights of two and more dimensions are multiplied by
   */
  public NetworkBench(EngineServices engine, Module network, double gain) {
    this(engine, network, new StateFill(engine, gain));
  }

  /**
   * Makes the arrays of a network and fills them.
   *
   * @param engine what the network runs on
   * @param network the network
   * @param fill fills the arrays
   */
  public NetworkBench(EngineServices engine, Module network, StateFill fill) {
    this.engine = engine;
    this.state = ModelState.initialize(network, engine.runtime(), engine.device(), 0);
    fill.apply(state);
  }

  /**
   * The arrays.
   *
   * @return the state, owned by this
   */
  public ModelState state() {
    return state;
  }

  /** A pass of a network. */
  @FunctionalInterface
  public interface Computation extends BiFunction<Context, NDManager, List<NDArray>> {}

  /**
   * Computes outputs in evaluation mode.
   *
   * @param pass what to compute; arrays that it makes belong to the manager it is given
   * @return shapes and values of the outputs
   */
  public List<Output> evaluate(Computation pass) {
    return GradMode.OFF.get(() -> run(pass, false));
  }

  /**
   * Computes outputs in training mode, without an update.
   *
   * @param pass what to compute
   * @return shapes and values of the outputs
   */
  public List<Output> train(Computation pass) {
    return run(pass, true);
  }

  private List<Output> run(Computation pass, boolean training) {
    try (StepScope scope = new StepScope(state.manager())) {
      return pass.apply(context(training), scope.manager()).stream().map(Output::of).toList();
    }
  }

  private Context context(boolean training) {
    return new Pass(engine.ops(), state, training);
  }

  /**
   * Takes the gradient of a loss by each trainable parameter. One that the loss does not depend on
   * has zeros.
   *
   * @param loss gives a scalar
   * @return gradients by the name of the parameter
   */
  public Map<String, Output> gradients(BiFunction<Context, NDManager, NDArray> loss) {
    Map<String, NDArray> parameters = state.trainable();
    try (StepScope scope = new StepScope(state.manager());
        TensorList list = list(parameters.values());
        TensorList gradients =
            new Gradients(engine.runtime())
                .orZero(loss.apply(context(true), scope.manager()), list)) {
      Map<String, Output> byName = new LinkedHashMap<>();
      int index = 0;
      for (String name : parameters.keySet()) {
        byName.put(name, Output.of(gradients.get(scope.manager(), index++)));
      }
      return byName;
    }
  }

  /**
   * Takes the gradient of a loss by arrays other than parameters.
   *
   * @param inputs makes the arrays
   * @param loss gives a scalar of them
   * @return a gradient for each array
   */
  public List<Output> inputGradients(
      BiFunction<Context, NDManager, List<NDArray>> inputs,
      BiFunction<Context, List<NDArray>, NDArray> loss) {
    try (StepScope scope = new StepScope(state.manager())) {
      List<NDArray> arrays = inputs.apply(context(true), scope.manager());
      arrays.forEach(array -> array.setRequiresGradient(true));
      try (TensorList list = list(arrays);
          TensorList gradients =
              new Gradients(engine.runtime()).orZero(loss.apply(context(true), arrays), list)) {
        return IntStream.range(0, arrays.size())
            .mapToObj(index -> Output.of(gradients.get(scope.manager(), index)))
            .toList();
      }
    }
  }

  /**
   * Takes steps of plain descent with a small learning rate.
   *
   * @param count how many
   * @param loss gives a scalar
   * @return the loss before each step
   */
  public List<Double> steps(int count, BiFunction<Context, NDManager, NDArray> loss) {
    return steps(count, new ToyOptimizer(), Map.of("lr", LEARNING_RATE), loss);
  }

  /**
   * Takes steps of an optimizer, with all parameters in one group.
   *
   * @param count how many
   * @param optimizer the optimizer
   * @param loss gives a scalar
   * @return the loss before each step
   */
  public List<Double> steps(
      int count, Optimizer optimizer, BiFunction<Context, NDManager, NDArray> loss) {
    return steps(count, optimizer, Map.of(), loss);
  }

  private List<Double> steps(
      int count,
      Optimizer optimizer,
      Map<String, Double> changes,
      BiFunction<Context, NDManager, NDArray> loss) {
    List<Double> losses = new ArrayList<>();
    try (OptimizerRunner runner = runner(optimizer, changes)) {
      for (int step = 0; step < count; step++) {
        try (StepScope scope = new StepScope(state.manager())) {
          NDArray value = loss.apply(context(true), scope.manager());
          losses.add((double) value.getFloat());
          runner.step(value, scope.manager());
        }
      }
    }
    return losses;
  }

  private OptimizerRunner runner(Optimizer optimizer, Map<String, Double> changes) {
    List<ParameterSettings> settings =
        state.trainable().keySet().stream()
            .map(name -> ParameterSettings.of(name, changes))
            .toList();
    ParameterGroups groups =
        ParameterGroups.divide(engine.runtime(), state.trainable(), settings, optimizer, 1);
    return new OptimizerRunner(
        engine.runtime(), groups, OptimWrapperOptions.of(optimizer), Long.MAX_VALUE);
  }

  private TensorList list(Collection<NDArray> arrays) {
    return TensorList.of(engine.runtime(), arrays);
  }

  @Override
  public void close() {
    state.close();
  }
}
