package io.vertebra.engine.train;

import io.vertebra.api.train.Phase;
import io.vertebra.api.train.PhaseListener;
import java.util.ArrayList;
import java.util.List;

/** Times phases that follow each other, for whoever listens; without listeners it costs nothing. */
final class PhaseClock {
  private final List<PhaseListener> listeners = new ArrayList<>();
  private long since;

  void add(PhaseListener listener) {
    listeners.add(listener);
    since = System.nanoTime();
  }

  /** The time so far belongs to no phase. */
  void restart() {
    if (!listeners.isEmpty()) {
      since = System.nanoTime();
    }
  }

  /** The time since the last phase ended, or since the restart, was that of a phase. */
  void ended(Phase phase) {
    if (!listeners.isEmpty()) {
      long start = since;
      long end = System.nanoTime();
      listeners.forEach(listener -> listener.ended(phase, start, end));
      since = System.nanoTime();
    }
  }
}
