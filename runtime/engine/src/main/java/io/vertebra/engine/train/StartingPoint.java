package io.vertebra.engine.train;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.LoadPolicy;
import io.vertebra.engine.checkpoint.LoadReport;
import io.vertebra.engine.checkpoint.StateDictException;
import io.vertebra.engine.config.ExperimentOptions;
import io.vertebra.engine.config.LoadFromOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where training begins: with new weights, with those of a file ({@code load_from}), or where
 * another run stood.
 */
final class StartingPoint {
  private final ExperimentParts parts;
  private final Optional<ResumeFrom> resume;

  /**
   * Finds out where a run begins.
   *
   * @param parts what the config says
   * @param asked where the command wants to go on; else the config may want to
   */
  StartingPoint(ExperimentParts parts, Optional<ResumeFrom> asked) {
    this.parts = parts;
    this.resume = asked.or(() -> ofConfig(parts.options()));
  }

  private static Optional<ResumeFrom> ofConfig(ExperimentOptions options) {
    return options.resume()
        ? Optional.of(new ResumeFrom(options.loadFrom().map(LoadFromOptions::file)))
        : Optional.empty();
  }

  /**
   * Brings a run there, with its hooks called.
   *
   * @throws IOException if a checkpoint cannot be read, or does not fit
   */
  void enter(TrainingSession session, RunState run, RunListener listener) throws IOException {
    try (Checkpoint start = checkpoint(run, listener).orElse(null)) {
      Optional<Checkpoint> resumed = Optional.ofNullable(start).filter(each -> resume.isPresent());
      new LayoutChoice(
              parts.options().compute().memoryFormat().named(),
              parts::newLearner,
              session,
              listener::noted)
          .settle(resumed.map(each -> new TrainingSnapshot(each.info().training())));
      if (resumed.isPresent()) {
        new Resumption(session, run, parts.services().files(), listener).from(resumed.get());
      } else {
        begin(session, run, listener, Optional.ofNullable(start));
      }
    }
  }

  private void begin(
      TrainingSession session, RunState run, RunListener listener, Optional<Checkpoint> weights)
      throws IOException {
    parts.loadPretrained(session.learner(), listener::noted);
    if (weights.isPresent()) {
      listener.noted("load_from: " + load(weights.get(), session.learner()));
      run.weights().follow();
      session.hooks().call(hook -> hook.afterLoadCheckpoint(run));
    }
  }

  private LoadReport load(Checkpoint weights, Learner learner) throws IOException {
    LoadPolicy policy = parts.options().loadFrom().orElseThrow().policy();
    try {
      return weights.load(parts.target(learner), policy, parts.loader());
    } catch (StateDictException e) {
      throw new CheckpointException(
          e.getMessage()
              + "\n  To take what fits all the same: load_from: {checkpoint: %s, strict: false}"
                  .formatted(weights.file()),
          e);
    }
  }

  /** Opens the checkpoint that the run starts or goes on from, if there is one. */
  private Optional<Checkpoint> checkpoint(RunState run, RunListener listener) throws IOException {
    if (resume.isEmpty()) {
      Optional<Path> weights = parts.options().loadFrom().map(LoadFromOptions::file);
      return weights.isPresent()
          ? Optional.of(Checkpoint.openWeights(weights.get()))
          : Optional.empty();
    }
    Optional<Path> named = resume.get().file();
    if (named.isPresent()) {
      return Optional.of(Checkpoint.open(named.get()));
    }
    Optional<Checkpoint> newest = new CheckpointSearch(run.workDirectory(), listener).newest();
    if (newest.isEmpty()) {
      listener.noted("there is no checkpoint in " + run.workDirectory() + ": the run is new");
    }
    return newest;
  }
}
