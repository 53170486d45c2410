package io.vertebra.api.model;

import io.vertebra.api.options.Shorthand;
import java.util.List;

/**
 * Initialisers, one or a list.
 *
 * @param all the initialisers, in the order in which they are followed
 */
public record Initializers(List<Initializer> all) {
  /** Makes a list that does not change. */
  public Initializers {
    all = List.copyOf(all);
  }

  /**
   * Makes one initialiser a list.
   *
   * @param only the initialiser
   * @return the initialisers
   */
  @Shorthand
  public static Initializers ofOne(Initializer only) {
    return new Initializers(List.of(only));
  }

  /**
   * Takes a list.
   *
   * @param all the initialisers
   * @return the initialisers
   */
  @Shorthand
  public static Initializers ofList(List<Initializer> all) {
    return new Initializers(all);
  }
}
