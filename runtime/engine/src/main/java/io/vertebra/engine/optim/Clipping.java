package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.engine.config.ClipGradOptions;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Limits gradients before an update.
 *
 * @param gradients the native functions
 * @param options how; not at all where it is empty
 */
record Clipping(Gradients gradients, Optional<ClipGradOptions> options) {
  /**
   * Clips.
   *
   * @param current the gradients, changed in place
   * @param parameters the parameters, in the same order
   * @param scope owns what is needed on the way
   * @return the norm before clipping, where it is needed
   */
  OptionalDouble clip(TensorList current, TensorList parameters, NDManager scope) {
    if (options.isEmpty()) {
      return OptionalDouble.empty();
    }
    ClipGradOptions how = options.get();
    switch (how.type()) {
      case NORM -> {
        NDArray norm =
            gradients.clipNorm(scope, current, how.maxNorm().orElseThrow(), how.normType().value());
        return OptionalDouble.of(norm.getFloat());
      }
      case VALUE -> gradients.clipValue(current, how.clipValue().orElseThrow());
      case ADAPTIVE -> gradients.clipAdaptive(current, parameters, how.clipFactor(), how.eps());
    }
    return OptionalDouble.empty();
  }
}
