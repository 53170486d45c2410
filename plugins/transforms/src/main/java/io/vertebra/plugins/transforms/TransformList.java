package io.vertebra.plugins.transforms;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Transforms, written as a list or, when there is one, as that one.
 *
 * @param steps the transforms, first to last
 */
public record TransformList(@Doc("transforms, first to last") List<Transform> steps) {
  /** Makes a list that does not change. */
  public TransformList {
    steps = List.copyOf(steps);
  }

  /**
   * Makes a list of one.
   *
   * @param only the transform
   * @return the list
   */
  @Shorthand
  public static TransformList of(Transform only) {
    return new TransformList(List.of(only));
  }

  /**
   * Makes a list.
   *
   * @param steps the transforms, first to last
   * @return the list
   */
  @Shorthand
  public static TransformList of(List<Transform> steps) {
    return new TransformList(steps);
  }

  Pipeline pipeline() {
    return new Pipeline(steps);
  }
}
