package io.vertebra.engine.train;

import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.MemoryFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Decides the memory format of a run whose config leaves it open. A run that goes on keeps that of
 * its checkpoint, as another one changes the last bits.
 */
final class LayoutChoice {
  private final Optional<MemoryFormat> named;
  private final Supplier<Learner> others;
  private final TrainingSession session;
  private final Consumer<String> notes;

  /**
   * Makes a choice.
   *
   * @param named what the config says, empty where it leaves the format open
   * @param others makes the network that is tried, which is closed after it
   * @param session the run
   * @param notes is told what was chosen, and why
   */
  LayoutChoice(
      Optional<MemoryFormat> named,
      Supplier<Learner> others,
      TrainingSession session,
      Consumer<String> notes) {
    this.named = named;
    this.others = others;
    this.session = session;
    this.notes = notes;
  }

  /**
   * Lays out the arrays of the run, where the config leaves the format open.
   *
   * @param resumed what the checkpoint remembers that the run goes on from, if it does
   */
  void settle(Optional<TrainingSnapshot> resumed) {
    if (named.isPresent()) {
      return;
    }
    MemoryFormat format = resumed.flatMap(TrainingSnapshot::format).orElseGet(this::tried);
    session.learner().state().layOut(format);
    session.optimizer().state().followLayout();
  }

  /** Tries on another network, so that nothing of the run is touched. */
  private MemoryFormat tried() {
    try (EpochBatches batches = session.training().epoch(0)) {
      if (!batches.hasNext()) {
        return MemoryFormat.CONTIGUOUS;
      }
      try (HostBatch batch = batches.next();
          Learner other = others.get();
          LayoutTrial trial = new LayoutTrial(session.runtime(), other)) {
        return faster(trial.run(batch));
      }
    } finally {
      session.training().takeUnreadable();
    }
  }

  private MemoryFormat faster(LayoutTrial.Times times) {
    MemoryFormat chosen = times.faster();
    notes.accept(
        String.format(
            Locale.ROOT,
            "memory_format: %s (an iteration took %.3f s contiguous, %.3f s channels_last)",
            chosen.label(),
            times.contiguous(),
            times.channelsLast()));
    return chosen;
  }
}
