package io.vertebra.api.train;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;

/**
 * A rule that updates parameters from gradients. It holds no arrays: what it remembers of each
 * parameter are slots that the engine keeps, saves and restores.
 */
@ExtensionPoint(Kind.OPTIMIZER)
public interface Optimizer {
  /**
   * The hyper-parameters that schedules and parameter groups may change, with their values. All
   * that has a numeric effect is among them, unless it decides which slots there are. Truth values
   * are 1 or 0.
   *
   * @return name to value; {@code lr} and {@code weight_decay} at least
   */
  Map<String, Double> hyperParameters();

  /**
   * What is remembered of each parameter.
   *
   * @return names of slots; a slot has the shape of its parameter and starts as zeros
   */
  List<String> slots();

  /**
   * Acts on the gradients of all groups together, once a step before the groups are updated. By
   * default it does nothing.
   *
   * @param ops the operations
   * @param gradients the gradients of all groups, which may be changed in place
   */
  default void prepare(OptimizerOps ops, TensorList gradients) {}

  /**
   * Updates the parameters of a group in place.
   *
   * @param ops the operations
   * @param group parameters, gradients, slots and hyper-parameters
   */
  void update(OptimizerOps ops, ParameterGroup group);
}
