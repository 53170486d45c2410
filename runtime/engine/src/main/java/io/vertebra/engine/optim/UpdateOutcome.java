package io.vertebra.engine.optim;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a batch did to the parameters.
 *
 * @param norm the norm of the gradients before clipping, where they are clipped by norm
 * @param notFinite the name of the first parameter whose gradient is not finite, where the update
 *     was left out for it; not told where losses are scaled, which such gradients are part of
 */
public record UpdateOutcome(OptionalDouble norm, Optional<String> notFinite) {
  /** Nothing to tell: gradients were only added up, or taken as they were. */
  static final UpdateOutcome PLAIN = new UpdateOutcome(OptionalDouble.empty(), Optional.empty());
}
