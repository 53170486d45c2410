package io.vertebra.engine.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hyper-parameters of a group: those that its optimizer declared, with their present values.
 * {@code momentum} means {@code beta1} where there is no momentum, as MMEngine's momentum schedules
 * have it.
 */
public final class HyperParameters {
  private static final String MOMENTUM = "momentum";
  private static final String FIRST_BETA = "beta1";

  private final Map<String, Double> initial;
  private final Map<String, Double> values;

  /**
   * Makes hyper-parameters.
   *
   * @param values name to value, as the run begins with it
   */
  public HyperParameters(Map<String, Double> values) {
    this.initial = Map.copyOf(values);
    this.values = new LinkedHashMap<>(values);
  }

  /**
   * The present value.
   *
   * @param name a name that the optimizer declared, or {@code momentum}
   * @return the value
   * @throws IllegalArgumentException if there is no such hyper-parameter
   */
  public double get(String name) {
    return values.get(known(name));
  }

  /**
   * The value that the run began with, before any schedule.
   *
   * @param name a name that the optimizer declared, or {@code momentum}
   * @return the value
   * @throws IllegalArgumentException if there is no such hyper-parameter
   */
  public double initial(String name) {
    return initial.get(known(name));
  }

  /**
   * Changes a value.
   *
   * @param name a name that the optimizer declared, or {@code momentum}
   * @param value the new value
   * @throws IllegalArgumentException if there is no such hyper-parameter
   */
  public void set(String name, double value) {
    values.put(known(name), value);
  }

  /**
   * Whether there is a hyper-parameter.
   *
   * @param name a name
   * @return true for those that the optimizer declared, and for {@code momentum} of betas
   */
  public boolean has(String name) {
    return values.containsKey(present(name));
  }

  private String known(String name) {
    if (!has(name)) {
      throw new IllegalArgumentException(
          "there is no hyper-parameter '%s'; the optimizer declared %s".formatted(name, names()));
    }
    return present(name);
  }

  private String present(String name) {
    boolean beta =
        name.equals(MOMENTUM) && !values.containsKey(MOMENTUM) && values.containsKey(FIRST_BETA);
    return beta ? FIRST_BETA : name;
  }

  /**
   * The names that the optimizer declared.
   *
   * @return the names, sorted
   */
  public Set<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /**
   * All present values.
   *
   * @return name to value, a copy
   */
  public Map<String, Double> values() {
    return Map.copyOf(values);
  }
}
