package io.vertebra.engine.optim;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How one parameter is trained, in relation to the settings of the optimizer.
 *
 * @param name the dotted name of the parameter
 * @param lrFactor multiplies the learning rate
 * @param decayFactor multiplies the weight decay
 * @param overrides values of other hyper-parameters; a truth value is 1 or 0
 * @param layer the depth of its layer, from 0, where the learning rate depends on it
 */
public record ParameterSettings(
    String name,
    double lrFactor,
    double decayFactor,
    Map<String, Double> overrides,
    OptionalInt layer) {
  /** Makes settings that do not change. */
  public ParameterSettings {
    overrides = Map.copyOf(overrides);
  }

  /**
   * Makes settings of a parameter that has some hyper-parameters of its own.
   *
   * @param name the dotted name of the parameter
   * @param overrides values of hyper-parameters; those of the optimizer elsewhere
   * @return the settings
   */
  public static ParameterSettings of(String name, Map<String, Double> overrides) {
    return new ParameterSettings(name, 1, 1, overrides, OptionalInt.empty());
  }

  /**
   * What it shares with the other parameters of its group.
   *
   * @return these settings without a name and a layer
   */
  public ParameterSettings ofGroup() {
    return new ParameterSettings("", lrFactor, decayFactor, overrides, OptionalInt.empty());
  }
}
