package io.vertebra.engine.names;

import java.util.List;

/**
 * What an array of ours is called in another library.
 *
 * @param names the arrays that it is made of, one behind the other; none where they do not save it
 * @param change how their values lie
 */
public record TheirNames(List<String> names, Change change) {
  /** Makes names that do not change. */
  public TheirNames {
    names = List.copyOf(names);
  }

  /**
   * One array of the same values.
   *
   * @param name its name
   * @return the name, without a change
   */
  public static TheirNames of(String name) {
    return new TheirNames(List.of(name), Change.NONE);
  }
}
