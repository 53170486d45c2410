package io.vertebra.api.model;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.Optional;

/**
 * Says what the arrays of a new network are filled with. A config gives initialisers to a network
 * as its {@code init_cfg}; those of a network come before those of the networks within it, and
 * files of weights after everything that is drawn.
 */
@ExtensionPoint(Kind.INITIALIZER)
public interface Initializer {
  /**
   * Changes what parameters are filled with, by {@link Parameter#initializeWith}.
   *
   * @param network the network that has this among its initialisers
   * @throws IllegalArgumentException if this does not fit the network, with a message for the
   *     author of the config
   */
  default void initialize(Module network) {}

  /**
   * The weights that take the place of what was drawn.
   *
   * @return where they are; empty by default
   */
  default Optional<PretrainedWeights> pretrained() {
    return Optional.empty();
  }
}
