package io.vertebra.api.train;

/** Is told how long the phases of training take, by the thread of the run. */
@FunctionalInterface
public interface PhaseListener {
  /**
   * A phase ended. On a GPU, work that is handed over counts for the phase that waits for it.
   *
   * @param phase the phase
   * @param startNanos when it began, by {@link System#nanoTime}
   * @param endNanos when it ended
   */
  void ended(Phase phase, long startNanos, long endNanos);
}
