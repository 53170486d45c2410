package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.config.LossScale;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps gradients that are not finite away from the parameters, and counts how often it did. */
public final class UpdateGuard {
  private static final String SKIPPED = "skipped_updates";
  private static final String SPOILT = "spoilt_window";

  private final boolean watches;
  private final Optional<LossScaler> scaler;
  private long skipped;
  private boolean spoilt;

  /**
   * Makes a guard.
   *
   * @param watches whether gradients are looked at; they always are where losses are scaled
   * @param scaling how losses are scaled; not at all where it is empty
   */
  public UpdateGuard(boolean watches, Optional<LossScale> scaling) {
    this.watches = watches;
    this.scaler = scaling.map(LossScaler::new);
  }

  /**
   * Makes a guard that lets everything pass.
   *
   * @return the guard
   */
  public static UpdateGuard none() {
    return new UpdateGuard(false, Optional.empty());
  }

  /** Whether gradients that are not finite are part of the search for a scale. */
  boolean scales() {
    return scaler.isPresent();
  }

  /** The loss to take gradients of. */
  NDArray scaled(NDArray loss) {
    return scaler.map(each -> each.scaled(loss)).orElse(loss);
  }

  /** Says that a batch of the present window of batches has no gradients that could be used. */
  void spoil() {
    spoilt = true;
  }

  /**
   * Brings the gradients of a window to the scale of the loss, and looks at them where it should.
   *
   * @return whether they can be used
   */
  boolean admits(Gradients functions, TensorList gradients) {
    boolean usable =
        scaler
            .map(each -> functions.unscale(gradients, each.inverse()))
            .orElseGet(() -> !watches || functions.areFinite(gradients));
    boolean admitted = usable && !spoilt;
    settle(admitted);
    return admitted;
  }

  /** Leaves the update of a window out without looking at gradients. */
  void dismiss() {
    settle(false);
  }

  private void settle(boolean admitted) {
    scaler.ifPresent(each -> each.update(admitted));
    skipped += admitted ? 0 : 1;
    spoilt = false;
  }

  /** What logs show: the scale of losses, and how many updates were left out, once there are. */
  Map<String, Double> scalars() {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scaler.ifPresent(each -> scalars.put("loss_scale", each.scale()));
    if (skipped > 0) {
      scalars.put(SKIPPED, (double) skipped);
    }
    return scalars;
  }

  /** What a run that goes on needs. */
  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put(SKIPPED, skipped);
    state.put(SPOILT, spoilt);
    scaler.ifPresent(each -> state.putAll(each.state()));
    return state;
  }

  /** Takes back what {@link #state} gave. */
  void restore(Map<String, Object> state) {
    skipped = state.get(SKIPPED) instanceof Number count ? count.longValue() : 0;
    spoilt = Boolean.TRUE.equals(state.get(SPOILT));
    scaler.ifPresent(each -> each.restore(state));
  }
}
