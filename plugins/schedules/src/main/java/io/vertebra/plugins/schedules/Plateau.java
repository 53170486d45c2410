package io.vertebra.plugins.schedules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Watches a figure for a plateau, counting as {@code torch.optim.ReduceLROnPlateau} does. */
final class Plateau {
  private static final String BEST = "best";
  private static final String BAD = "bad_validations";
  private static final String COOLDOWN = "cooldown_left";

  private final PlateauOptions options;
  private OptionalDouble best = OptionalDouble.empty();
  private int bad;
  private int cooldownLeft;

  Plateau(PlateauOptions options) {
    this.options = options;
  }

  /** Sees a figure, and says whether a plateau was reached; after that it starts to count anew. */
  boolean reached(double figure) {
    count(figure);
    if (bad <= options.patience()) {
      return false;
    }
    cooldownLeft = options.cooldown();
    bad = 0;
    return true;
  }

  private void count(double figure) {
    if (Double.isFinite(figure) && (best.isEmpty() || options.better(figure, best.getAsDouble()))) {
      best = OptionalDouble.of(figure);
      bad = 0;
    } else {
      bad++;
    }
    if (cooldownLeft > 0) {
      cooldownLeft--;
      bad = 0;
    }
  }

  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    best.ifPresent(value -> state.put(BEST, value));
    state.put(BAD, bad);
    state.put(COOLDOWN, cooldownLeft);
    return state;
  }

  void restore(Map<String, Object> state) {
    best =
        state.containsKey(BEST)
            ? OptionalDouble.of(((Number) state.get(BEST)).doubleValue())
            : OptionalDouble.empty();
    bad = ((Number) state.get(BAD)).intValue();
    cooldownLeft = ((Number) state.get(COOLDOWN)).intValue();
  }
}
