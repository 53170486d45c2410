package io.vertebra.engine.train;

import io.vertebra.api.data.Batch;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.torch.GradMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Passes through a network that hooks ask for, beside those of training and validation. */
final class FurtherPasses {
  private final TrainingSession session;

  FurtherPasses(TrainingSession session) {
    this.session = session;
  }

  /** Evaluates without stages, and puts a text after the names of the figures. */
  Map<String, Double> evaluate(String suffix) {
    TrainingSession.Validation validation = session.validation().orElseThrow();
    return rename(
        new Evaluation(session.learner())
            .run(validation.loader(), validation.metrics(), Evaluation.BatchListener.NONE),
        suffix);
  }

  /** Puts a text after the names of figures. */
  static Map<String, Double> rename(Map<String, Double> figures, String suffix) {
    Map<String, Double> renamed = new LinkedHashMap<>();
    figures.forEach((name, figure) -> renamed.put(name + suffix, figure));
    return renamed;
  }

  /** How many classes a learner gives scores of. */
  static int scoredClasses(Learner learner, DataLoader loader) {
    try (EpochBatches batches = loader.epoch(0);
        HostBatch first = batches.next()) {
      return new Evaluation(learner).scores(first).length / first.size();
    }
  }

  /**
   * Estimates statistics of batch norms as the mean over batches.
   *
   * @param samples how many samples to use
   * @param pass the pass through the training data that they come from
   */
  void estimateBatchStatistics(int samples, int pass) {
    // Dropout must not depend on what was drawn before: a run can be resumed.
    session.runtime().seed(new SplittableRandom(~session.seed() + pass).nextLong());
    try (EpochBatches batches = session.training().epoch(pass)) {
      int used = 0;
      for (int seen = 0; used == 0 || (seen < samples && batches.hasNext()); used++) {
        try (HostBatch batch = batches.next()) {
          double weight = 1.0 / (used + 1);
          seen +=
              NotEnoughMemoryException.explain(
                  MemoryNeed.passing(batch.size()),
                  () -> GradMode.OFF.get(() -> estimate(batch, weight)));
        }
      }
    }
  }

  /** Gives how many samples were used. */
  private int estimate(HostBatch hostBatch, double weight) {
    Learner learner = session.learner();
    try (StepScope scope = new StepScope(learner.state().manager())) {
      Pass pass = Pass.estimating(learner.ops(), learner.state(), weight);
      Batch batch = learner.prepare(pass, hostBatch, scope.manager());
      learner.algorithm().loss(pass, batch);
    }
    return hostBatch.size();
  }
}
