package io.vertebra.engine.train;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Table;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.LoadPolicy;
import io.vertebra.engine.config.LoaderOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.HostBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets a test of a checkpoint up, carries it out between the stages of hooks, and clears up. */
final class TestRun {
  private final ExperimentParts parts;
  private final LoaderOptions data;
  private final List<Metric> metrics;
  private final HookList hooks;

  TestRun(ExperimentParts parts, LoaderOptions data, List<Metric> metrics) {
    this.parts = parts;
    this.data = data;
    this.metrics = metrics;
    this.hooks = parts.hooks();
  }

  /** Tests, and tells of the result of each image, in order. */
  Map<String, Double> run(Path file, TestListener listener) throws IOException {
    try (Learner learner = parts.newLearner();
        Checkpoint checkpoint = Checkpoint.openWeights(file);
        DataLoader loader = parts.newStagedLoader(data);
        TestState run =
            new TestState(parts.services().runtime(), learner, checkpoint, loader, metrics)) {
      checkpoint.load(parts.target(learner), LoadPolicy.WHOLE, parts.loader());
      hooks.call(hook -> hook.beforeRun(run));
      if (run.weights().averaged()) {
        run.weights().loadBeside(checkpoint, parts.services().files());
      }
      return test(learner, loader, run, listener);
    }
  }

  private Map<String, Double> test(
      Learner learner, DataLoader loader, TestState run, TestListener listener) {
    hooks.call(hook -> hook.beforeTest(run));
    hooks.call(hook -> hook.beforeTestEpoch(run));
    Map<String, Double> figures =
        new Evaluation(learner)
            .run(
                loader,
                metrics,
                stages(run, loader.batches(), learner.algorithm().tasks(), listener));
    hooks.call(hook -> hook.afterTestEpoch(run, figures));
    hooks.call(hook -> hook.afterTest(run));
    hooks.call(hook -> hook.afterRun(run));
    Map<String, Double> all = new LinkedHashMap<>(figures);
    all.putAll(run.furtherFigures());
    return all;
  }

  private Evaluation.BatchListener stages(
      TestState run, int batches, Map<String, Integer> tasks, TestListener listener) {
    return new Evaluation.BatchListener() {
      private int index;

      @Override
      public void before() {
        run.evaluate(new EvaluatedBatch(index, batches));
        hooks.call(hook -> hook.beforeTestIter(run));
      }

      @Override
      public void after(HostBatch batch, float[] scores) {
        results(batch, scores, tasks).forEach(listener::image);
        hooks.call(hook -> hook.afterTestIter(run));
        index++;
      }

      @Override
      public void tables(Map<String, Table> tables) {
        listener.tables(tables);
      }
    };
  }

  private static List<ImageResult> results(
      HostBatch batch, float[] scores, Map<String, Integer> tasks) {
    List<Float> values = new ArrayList<>(scores.length);
    for (float score : scores) {
      values.add(score);
    }
    int classes = scores.length / batch.size();
    List<ImageResult> results = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      List<Float> own = values.subList(i * classes, (i + 1) * classes);
      results.add(new ImageResult(batch.names().get(i), batch.targets().get(i), own, tasks));
    }
    return results;
  }
}
