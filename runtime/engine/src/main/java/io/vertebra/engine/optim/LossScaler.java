package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.config.LossScale;
import java.util.Map;

/**
 * The factor that losses are multiplied by before gradients are taken in float16, and that
 * gradients are divided by, {@code torch.amp.GradScaler}: it shrinks when gradients overflow, and
 * grows after many updates in a row in which they did not. Its arithmetic is that of float32, as
 * {@code torch._amp_update_scale_} computes.
 */
final class LossScaler {
  private static final String SCALE = "loss_scale";
  private static final String GROWTH_TRACKER = "growth_tracker";

  private final LossScale options;
  private float scale;
  private int growthTracker;

  /** Starts with the first factor. */
  LossScaler(LossScale options) {
    this.options = options;
    this.scale = (float) options.initScale();
  }

  /** The present factor. */
  double scale() {
    return scale;
  }

  /** What gradients of scaled losses are multiplied by. */
  double inverse() {
    return (float) (1 / (double) scale);
  }

  /** The loss to take gradients of. */
  NDArray scaled(NDArray loss) {
    return loss.mul(scale);
  }

  /** Changes the factor after an update, or after one that was left out. */
  void update(boolean finite) {
    if (!finite) {
      scale *= (float) options.backoffFactor();
      growthTracker = 0;
      return;
    }
    growthTracker++;
    if (growthTracker == options.growthInterval()) {
      float grown = scale * (float) options.growthFactor();
      scale = Float.isInfinite(grown) ? scale : grown;
      growthTracker = 0;
    }
  }

  /** What a run that goes on needs. */
  Map<String, Object> state() {
    return Map.of(SCALE, (double) scale, GROWTH_TRACKER, growthTracker);
  }

  /** Takes back what {@link #state} gave; without it the factor is that of the start. */
  void restore(Map<String, Object> state) {
    if (state.get(SCALE) instanceof Number factor
        && state.get(GROWTH_TRACKER) instanceof Number updates) {
      scale = factor.floatValue();
      growthTracker = updates.intValue();
    }
  }
}
