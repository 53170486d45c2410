package io.vertebra.plugins.initializers;

import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Names of kinds of layers, one or a list.
 *
 * @param names the names, as {@link io.vertebra.api.model.Module#layerNames()} has them
 */
public record LayerNames(List<String> names) {
  /** Makes a list that does not change. */
  public LayerNames {
    names = List.copyOf(names);
  }

  /**
   * Makes one name a list.
   *
   * @param only the name
   * @return the names
   */
  @Shorthand
  public static LayerNames ofOne(String only) {
    return new LayerNames(List.of(only));
  }

  /**
   * Takes a list.
   *
   * @param names the names
   * @return the names
   */
  @Shorthand
  public static LayerNames ofList(List<String> names) {
    return new LayerNames(names);
  }
}
