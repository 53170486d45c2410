package io.vertebra.engine.optim;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.TensorList;
import io.vertebra.api.train.UpdateScript;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.torch.TorchException;
import io.vertebra.engine.torch.TorchFunction;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Runs the scripts of one optimizer on the native library, each compiled once. It owns what was
 * compiled, and is for one thread at a time.
 */
public final class TorchOptimizerOps implements OptimizerOps, AutoCloseable {
  private static final String FUNCTION = "update_";

  private final TorchRuntime runtime;
  private final String optimizer;
  private final NDManager owner;
  private final Map<UpdateScript, TorchFunction> compiled = new HashMap<>();

  /**
   * Makes operations.
   *
   * @param runtime the native library
   * @param optimizer who runs scripts, for messages
   */
  public TorchOptimizerOps(TorchRuntime runtime, Optimizer optimizer) {
    this.runtime = requireNonNull(runtime, "runtime is null");
    this.optimizer = optimizer.getClass().getName();
    this.owner = runtime.newManager(Device.cpu());
  }

  @Override
  public void run(UpdateScript script, List<TensorList> arrays, double... numbers) {
    Object[] arguments =
        Stream.<Object>concat(
                arrays.stream().map(TorchOptimizerOps::nativeList),
                DoubleStream.of(numbers).boxed())
            .toArray();
    try {
      TorchFunction function = compiled.computeIfAbsent(script, this::compile);
      GradMode.OFF.run(() -> function.run(arguments));
    } catch (TorchException e) {
      throw new TorchException(
          "the script '%s' of the optimizer %s: %s"
              .formatted(script.name(), optimizer, e.getMessage()),
          e);
    }
  }

  private TorchFunction compile(UpdateScript script) {
    return runtime.compile(owner, script.name(), script.source()).function(FUNCTION);
  }

  private static io.vertebra.engine.torch.TensorList nativeList(TensorList list) {
    if (list instanceof io.vertebra.engine.torch.TensorList nativeList) {
      return nativeList;
    }
    throw new IllegalArgumentException("the list is not one that a parameter group gave");
  }

  @Override
  public void close() {
    owner.close();
  }
}
