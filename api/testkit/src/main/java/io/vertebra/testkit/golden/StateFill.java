package io.vertebra.testkit.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.torch.Tensors;
import java.util.Map;
import java.util.Set;

/**
 * Fills the arrays of a network by the formula of golden figures: each from its own name, weights
 * within the bound of He et al. (2015), so that activations keep their size.
 */
public final class StateFill {
  private final EngineServices engine;
  private final double gain;
  private final String prefix;

  /**
   * Makes a fill.
   *
   * @param engine what the arrays are on
   * @param gain what weights of two and more dimensions are multiplied by
   */
  public StateFill(EngineServices engine, double gain) {
    this(engine, gain, "");
  }

  /**
   * Makes a fill by the names of another library.
   *
   * @param engine what the arrays are on
   * @param gain what weights of two and more dimensions are multiplied by
   * @param prefix what the names of ours start with and the names of the library do not
   */
  public StateFill(EngineServices engine, double gain, String prefix) {
    this.engine = engine;
    this.gain = gain;
    this.prefix = prefix;
  }

  /**
   * Overwrites the parameters of a network and the running statistics of its norms. Other buffers
   * stay as the network computes them.
   *
   * @param state the arrays; stay with the caller
   */
  public void apply(ModelState state) {
    Tensors tensors = new Tensors(engine.runtime());
    Set<String> parameters = state.parameters().keySet();
    try (NDManager manager = engine.runtime().newManager(engine.device())) {
      for (Map.Entry<String, NDArray> entry : state.stateDict().entrySet()) {
        NDArray target = entry.getValue();
        if (parameters.contains(entry.getKey()) || isStatistic(entry.getKey())) {
          float[] values = values(entry.getKey().substring(prefix.length()), target.getShape());
          tensors.copy(manager.create(values, target.getShape()), target);
        }
      }
    }
  }

  private static boolean isStatistic(String key) {
    return key.endsWith("running_mean") || key.endsWith("running_var");
  }

  private float[] values(String key, Shape shape) {
    Fill fill = new Fill(key);
    long size = shape.size();
    if (key.endsWith("running_var")) {
      return fill.values(size, 1, 0.5);
    }
    if (key.endsWith("running_mean") || key.endsWith("bias")) {
      return fill.values(size, 0, 0.1);
    }
    if (key.endsWith("weight") && shape.dimension() > 1) {
      double fanIn = (double) size / shape.get(0);
      return fill.values(size, 0, Math.sqrt(6 / fanIn) * gain);
    }
    if (key.endsWith("weight") && shape.dimension() == 1) {
      return fill.values(size, 1, 0.2);
    }
    return fill.values(size, 0, 0.2);
  }
}
