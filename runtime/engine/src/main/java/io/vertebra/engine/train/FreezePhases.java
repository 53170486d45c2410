package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import io.vertebra.engine.model.Freezing;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Freezes and unfreezes parameters as a run goes on. */
final class FreezePhases {
  private final Freezing freezing;
  private final TrainingSession session;
  private final Consumer<String> notes;
  private List<String> acting = List.of();

  /**
   * Makes phases.
   *
   * @param freezing what is frozen when
   * @param session the run
   * @param notes is told what is frozen from where on
   */
  FreezePhases(Freezing freezing, TrainingSession session, Consumer<String> notes) {
    this.freezing = freezing;
    this.session = session;
    this.notes = notes;
  }

  /** Brings the run to what is wanted after a number of finished epochs or iterations. */
  void enter(long position) {
    List<String> wanted = freezing.acting(position);
    if (wanted.equals(acting)) {
      return;
    }
    notes.accept(note(wanted, position));
    acting = wanted;
    Map<String, NDArray> arrays = session.learner().state().trainable();
    arrays.forEach((name, array) -> array.setRequiresGradient(freezing.trains(name, position)));
    freezing.setNorms(position);
    session.optimizer().train(name -> freezing.trains(name, position));
  }

  private String note(List<String> wanted, long position) {
    String unit = session.options().countsEpochs() ? "epoch" : "iteration";
    return "from %s %d on %s"
        .formatted(
            unit,
            position + 1,
            wanted.isEmpty() ? "nothing is frozen" : "frozen: " + String.join(", ", wanted));
  }
}
