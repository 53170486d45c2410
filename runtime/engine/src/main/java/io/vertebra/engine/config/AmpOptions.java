package io.vertebra.engine.config;

import io.vertebra.api.options.Doc;
import io.vertebra.engine.model.Precision;
import java.util.Optional;

/**
 * What MMEngine's {@code AmpOptimWrapper} says about mixed precision.
 *
 * @param dtype the lower type
 * @param lossScale how losses are scaled in float16
 */
public record AmpOptions(
    @Doc("the lower type of AmpOptimWrapper; bfloat16 where it is left out")
        Optional<Precision> dtype,
    @Doc(
            "how losses are scaled in float16: dynamic, a number that stays, or the arguments of"
                + " torch.amp.GradScaler; dynamic where it is left out, and without effect in"
                + " bfloat16, which needs no scaling")
        Optional<LossScale> lossScale) {
  /** Nothing said. */
  public static final AmpOptions NONE = new AmpOptions(Optional.empty(), Optional.empty());
}
