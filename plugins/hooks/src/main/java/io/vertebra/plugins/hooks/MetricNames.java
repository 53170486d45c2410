package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Names of metrics, written as a list or, when there is one, as that name.
 *
 * @param names the full names, for example {@code accuracy/top1}; {@code auto} alone is the first
 *     that a validation gives
 */
public record MetricNames(List<String> names) {
  /** What stands for the first metric of a validation. */
  static final String AUTO = "auto";

  /** Checks the names. */
  public MetricNames {
    names = List.copyOf(names);
    boolean repeated = names.stream().distinct().count() != names.size();
    if (names.isEmpty() || repeated || (names.contains(AUTO) && names.size() > 1)) {
      throw new IllegalArgumentException(
          "save_best is %s: expected one or more different names, or auto alone".formatted(names));
    }
  }

  /**
   * Makes a list of one name.
   *
   * @param only the name
   * @return the list
   */
  @Shorthand
  public static MetricNames of(String only) {
    return new MetricNames(List.of(only));
  }

  /**
   * Makes a list of names.
   *
   * @param names the names
   * @return the list
   */
  @Shorthand
  public static MetricNames of(List<String> names) {
    return new MetricNames(names);
  }

  boolean isAuto() {
    return names.contains(AUTO);
  }
}
