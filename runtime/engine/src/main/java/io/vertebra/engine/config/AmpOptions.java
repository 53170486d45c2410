package io.vertebra.engine.config;

import io.vertebra.api.options.Doc;
import io.vertebra.engine.model.Precision;
import java.util.Optional;

/**
 * What MMEngine's {@code AmpOptimWrapper} says about mixed precision.
 *
 * @param dtype the lower type
 * @param lossScale accepted: bfloat16 has the range of float32
 */
public record AmpOptions(
    @Doc("the lower type of AmpOptimWrapper; bfloat16 where it is left out")
        Optional<Precision> dtype,
    @Doc("accepted, without effect: losses in bfloat16 need no scaling")
        Optional<Object> lossScale) {
  /** Nothing said. */
  public static final AmpOptions NONE = new AmpOptions(Optional.empty(), Optional.empty());

  /** Checks that the type can be computed in. */
  public AmpOptions {
    dtype.ifPresent(Precision::requireSupported);
  }
}
