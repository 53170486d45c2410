package io.vertebra.engine.train;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Phase;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains from where the run stands to its end; the stages come in the order of MMEngine's {@code
 * EpochBasedTrainLoop} or {@code IterBasedTrainLoop}.
 */
final class Trainer implements AutoCloseable {
  /** How many batches were waiting to be trained on; 0 says that reading data is too slow. */
  private static final String READY_BATCHES = "ready_batches";

  private final TrainingSession session;
  private final RunState run;
  private final RunPosition position;
  private final RunListener listener;
  private final HookList hooks;
  private final NanWatch watch;
  private final TrainingStep step;
  private final PhaseClock clock;
  private final FreezePhases phases;

  Trainer(TrainingSession session, RunState run, RunListener listener) {
    this.session = session;
    this.run = run;
    this.position = run.position();
    this.listener = listener;
    this.hooks = session.hooks();
    this.watch =
        new NanWatch(
            session.options().nanPolicy(), session.runtime(), session.learner(), listener::noted);
    this.phases = new FreezePhases(session.freezing(), session, listener::noted);
    this.step =
        new TrainingStep(
            session.runtime(), session.learner(), session.optimizer(), watch, session.seed());
    this.clock = run.clock();
    step.timeBy(clock);
  }

  /** Trains to the end, or until the run is stopped. */
  void run() {
    listener.begins(run.progress());
    hooks.call(hook -> hook.beforeTrain(run));
    if (run.validation().missing()) {
      makeUpForValidation();
    }
    if (session.options().countsEpochs()) {
      trainEpochs();
    } else {
      trainIterations();
    }
    hooks.call(hook -> hook.afterTrain(run));
    run.store().await();
  }

  /** A run may have been cut off between its checkpoint and the validation that was due then. */
  private void makeUpForValidation() {
    boolean epochs = session.options().countsEpochs();
    if (!epochs || position.batch() == 0) {
      validateAfter(epochs ? position.epoch() : position.iteration());
    }
  }

  private void trainEpochs() {
    int maxEpochs = session.options().maxEpochs().orElseThrow();
    while (position.epoch() < maxEpochs && !run.stopping()) {
      phases.enter(position.epoch());
      callTimed(hook -> hook.beforeTrainEpoch(run));
      trainPass(Long.MAX_VALUE);
      if (!run.stopping()) {
        callTimed(hook -> hook.afterTrainEpoch(run));
        position.endEpoch();
        validateAfter(position.epoch());
      }
    }
    run.saveIfInterrupted();
  }

  private void trainIterations() {
    long maxIterations = session.options().maxIters().orElseThrow();
    callTimed(hook -> hook.beforeTrainEpoch(run));
    while (position.iteration() < maxIterations && !run.stopping()) {
      trainPass(maxIterations);
    }
    run.saveIfInterrupted();
    callTimed(hook -> hook.afterTrainEpoch(run));
  }

  private void callTimed(Consumer<Hook> stage) {
    clock.restart();
    hooks.call(stage);
    clock.ended(Phase.HOOKS);
  }

  /** Trains on what is left of the present pass through the data, at most to an iteration. */
  private void trainPass(long maxIterations) {
    try (EpochBatches batches = session.training().epoch(position.pass(), position.batch())) {
      while (batches.hasNext() && position.iteration() < maxIterations && !run.stopping()) {
        if (!session.options().countsEpochs()) {
          phases.enter(position.iteration());
        }
        double ready = batches.ready();
        clock.restart();
        try (HostBatch batch = batches.next()) {
          clock.ended(Phase.DATA);
          trainOn(batch, ready);
        }
        if (!session.options().countsEpochs() && !run.stopping()) {
          validateAfter(position.iteration());
        }
      }
    }
    reportUnreadable(session.training());
  }

  private void trainOn(HostBatch batch, double ready) {
    run.beginIteration();
    run.scalars().put(READY_BATCHES, ready);
    callTimed(hook -> hook.beforeTrainIter(run));
    run.scalars().putAll(step.run(batch, position.iteration(), position.pass()));
    callTimed(hook -> hook.afterTrainIter(run));
    listener.iteration(run.progress(), run.scalars());
    run.endIteration();
  }

  private void validateAfter(long finished) {
    if (session.validation().isPresent()
        && !run.stopping()
        && session.options().validatesAfter(finished)) {
      validate();
    }
  }

  private void validate() {
    run.beginValidation();
    clock.restart();
    hooks.call(hook -> hook.beforeVal(run));
    hooks.call(hook -> hook.beforeValEpoch(run));
    TrainingSession.Validation validation = session.validation().orElseThrow();
    Map<String, Double> metrics =
        new Evaluation(session.learner())
            .run(validation.loader(), validation.metrics(), stages(validation.loader().batches()));
    reportUnreadable(validation.loader());
    run.evaluated(metrics);
    clock.ended(Phase.VALIDATION);
    callTimed(hook -> hook.afterValEpoch(run, metrics));
    callTimed(hook -> hook.afterVal(run));
    run.endValidation();
  }

  private Evaluation.BatchListener stages(int batches) {
    return new Evaluation.BatchListener() {
      private int index;

      @Override
      public void before() {
        run.validation().evaluate(Optional.of(new EvaluatedBatch(index, batches)));
        hooks.call(hook -> hook.beforeValIter(run));
      }

      @Override
      public void after(HostBatch batch, float[] scores) {
        hooks.call(hook -> hook.afterValIter(run));
        run.validation().evaluate(Optional.empty());
        index++;
      }
    };
  }

  private void reportUnreadable(DataLoader loader) {
    List<String> reasons = loader.takeUnreadable();
    if (!reasons.isEmpty()) {
      listener.skipped(reasons);
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
