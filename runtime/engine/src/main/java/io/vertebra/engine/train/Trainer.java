package io.vertebra.engine.train;

import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import java.util.List;
import java.util.Map;

/** Trains epoch after epoch; its stages come in the order of MMEngine's EpochBasedTrainLoop. */
final class Trainer {
  private final TrainingSession session;
  private final RunState run;
  private final RunListener listener;
  private final TrainingStep step;

  Trainer(TrainingSession session, RunState run, RunListener listener) {
    this.session = session;
    this.run = run;
    this.listener = listener;
    this.step = new TrainingStep(session.learner(), session.optimizer());
  }

  /** Trains to the last epoch, or until the run is stopped. */
  void run() {
    HookList hooks = session.hooks();
    hooks.call(hook -> hook.beforeRun(run));
    hooks.call(hook -> hook.beforeTrain(run));
    int maxEpochs = session.options().maxEpochs();
    for (int epoch = 0; epoch < maxEpochs && !run.stopping(); epoch++) {
      trainEpoch(epoch);
      if (!run.stopping() && validates(epoch + 1)) {
        validate();
      }
    }
    hooks.call(hook -> hook.afterTrain(run));
    hooks.call(hook -> hook.afterRun(run));
  }

  private boolean validates(int epoch) {
    int begin = session.options().valBegin();
    boolean due = epoch >= begin && epoch % session.options().valInterval() == 0;
    return session.validation().isPresent() && (due || epoch == session.options().maxEpochs());
  }

  private void trainEpoch(int epoch) {
    HookList hooks = session.hooks();
    hooks.call(hook -> hook.beforeTrainEpoch(run));
    try (EpochBatches batches = session.training().epoch(epoch)) {
      for (int index = 0; batches.hasNext() && !run.stopping(); index++) {
        try (HostBatch batch = batches.next()) {
          run.beginBatch(index);
          hooks.call(hook -> hook.beforeTrainIter(run));
          run.scalars().putAll(step.run(batch));
          hooks.call(hook -> hook.afterTrainIter(run));
          listener.iteration(run.progress(), run.scalars());
          run.endBatch();
        }
      }
    }
    reportUnreadable(session.training());
    if (!run.stopping()) {
      hooks.call(hook -> hook.afterTrainEpoch(run));
      run.endEpoch();
    }
  }

  private void validate() {
    HookList hooks = session.hooks();
    hooks.call(hook -> hook.beforeVal(run));
    hooks.call(hook -> hook.beforeValEpoch(run));
    TrainingSession.Validation validation = session.validation().orElseThrow();
    Map<String, Double> metrics =
        new Evaluation(session.learner())
            .run(
                validation.loader(),
                validation.metrics(),
                new Evaluation.BatchListener() {
                  @Override
                  public void before() {
                    hooks.call(hook -> hook.beforeValIter(run));
                  }

                  @Override
                  public void after(HostBatch batch, float[] scores) {
                    hooks.call(hook -> hook.afterValIter(run));
                  }
                });
    reportUnreadable(validation.loader());
    run.evaluated(metrics);
    hooks.call(hook -> hook.afterValEpoch(run, metrics));
    hooks.call(hook -> hook.afterVal(run));
  }

  private void reportUnreadable(DataLoader loader) {
    List<String> reasons = loader.takeUnreadable();
    if (!reasons.isEmpty()) {
      listener.skipped(reasons);
    }
  }
}
