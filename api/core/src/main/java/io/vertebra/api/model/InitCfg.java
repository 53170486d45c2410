package io.vertebra.api.model;

import io.vertebra.api.options.Key;
import io.vertebra.api.options.Shorthand;
import java.util.List;
import java.util.Optional;

/**
 * What a config says of the first values of a network, where it says something: {@code default}, an
 * initialiser or a list of them.
 *
 * @param given the initialisers, or empty for those of the network itself
 */
public record InitCfg(Optional<Initializers> given) {
  /** The word for what a network does by itself. */
  public enum Standard {
    /** The first values that the network chose. */
    @Key("default")
    DEFAULT
  }

  /**
   * Takes the word.
   *
   * @param word the only one
   * @return the first values of the network itself
   */
  @Shorthand
  public static InitCfg ofWord(Standard word) {
    return new InitCfg(Optional.empty());
  }

  /**
   * Takes one initialiser.
   *
   * @param only the initialiser
   * @return it in place of those of the network
   */
  @Shorthand
  public static InitCfg ofOne(Initializer only) {
    return new InitCfg(Optional.of(Initializers.ofOne(only)));
  }

  /**
   * Takes a list.
   *
   * @param all the initialisers
   * @return them in place of those of the network
   */
  @Shorthand
  public static InitCfg ofList(List<Initializer> all) {
    return new InitCfg(Optional.of(Initializers.ofList(all)));
  }
}
