package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.Metric;
import java.util.List;
import java.util.Optional;

/** A metric that gives one figure, whose name is known before anything was seen. */
abstract class SingleFigure implements Metric {
  private final String prefix;
  private final String name;

  /**
   * Names the figure.
   *
   * @param prefix what its full name begins with
   * @param name its own name
   */
  SingleFigure(String prefix, String name) {
    this.prefix = prefix;
    this.name = name;
  }

  @Override
  public final String prefix() {
    return prefix;
  }

  @Override
  public final Optional<List<String>> names() {
    return Optional.of(List.of(name));
  }
}
