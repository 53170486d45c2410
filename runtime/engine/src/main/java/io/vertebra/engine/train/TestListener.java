package io.vertebra.engine.train;

import io.vertebra.api.metric.Table;
import java.util.Map;

/** Is told of what a test finds beside its figures. */
@FunctionalInterface
public interface TestListener {
  /**
   * An image was scored. Images come in order.
   *
   * @param result what was found of it
   */
  void image(ImageResult result);

  /**
   * All images were scored.
   *
   * @param tables what metrics give beside numbers, by full name
   */
  default void tables(Map<String, Table> tables) {}
}
