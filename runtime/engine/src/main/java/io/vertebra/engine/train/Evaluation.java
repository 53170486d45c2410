package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.metric.Table;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.metric.Figures;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.torch.GradMode;
import java.util.List;
import java.util.Map;

/** Runs a learner over a data set and computes figures of its scores. */
public final class Evaluation {
  private final Learner learner;

  /**
   * Makes an evaluation.
   *
   * @param learner what is evaluated; stays with the caller
   */
  public Evaluation(Learner learner) {
    this.learner = learner;
  }

  /** Is told of each batch. */
  public interface BatchListener {
    /** Listens to nothing. */
    BatchListener NONE = new BatchListener() {};

    /** A batch is about to be scored. */
    default void before() {}

    /**
     * A batch was scored.
     *
     * @param batch the samples; not to be kept
     * @param scores N x classes, row by row
     */
    default void after(HostBatch batch, float[] scores) {}

    /**
     * All batches were scored.
     *
     * @param tables what metrics give beside numbers, by full name
     */
    default void tables(Map<String, Table> tables) {}
  }

  /**
   * Evaluates.
   *
   * @param loader the samples; stays with the caller
   * @param metrics the figures wanted
   * @param listener is told of each batch
   * @return the figures by full name, in the order of the metrics
   */
  public Map<String, Double> run(DataLoader loader, List<Metric> metrics, BatchListener listener) {
    List<Metric.Accumulator> accumulators = metrics.stream().map(Metric::start).toList();
    Map<String, Integer> tasks = learner.algorithm().tasks();
    try (EpochBatches batches = loader.epoch(0)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          listener.before();
          float[] scores = scores(batch);
          ScoreBatch scored = new ScoreBatch(scores, batch.targets(), tasks);
          for (int i = 0; i < metrics.size(); i++) {
            Metric.Accumulator accumulator = accumulators.get(i);
            PartRefusalException.explain(metrics.get(i), () -> accumulator.add(scored));
          }
          listener.after(batch, scores);
        }
      }
    }
    Figures figures = Figures.of(metrics, accumulators);
    listener.tables(figures.tables());
    return figures.numbers();
  }

  /**
   * Scores a batch.
   *
   * @param hostBatch the samples; stay with the caller
   * @return N x classes, row by row
   */
  public float[] scores(HostBatch hostBatch) {
    return NotEnoughMemoryException.explain(
        MemoryNeed.passing(hostBatch.size()), () -> GradMode.OFF.get(() -> compute(hostBatch)));
  }

  private float[] compute(HostBatch hostBatch) {
    try (StepScope scope = new StepScope(learner.state().manager())) {
      Pass pass = new Pass(learner.ops(), learner.state(), false);
      Batch batch = learner.prepare(pass, hostBatch, scope.manager());
      NDArray scores = learner.algorithm().scores(pass, batch.images());
      return scores.toFloatArray();
    }
  }
}
