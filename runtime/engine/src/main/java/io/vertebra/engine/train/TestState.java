package io.vertebra.engine.train;

import io.vertebra.api.metric.Metric;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.PhaseListener;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.TrainingRecipe;
import io.vertebra.api.train.WeightCopy;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.torch.TorchRuntime;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A test as its hooks see it: training stands where the checkpoint was taken, and is over. */
final class TestState implements Run, AutoCloseable {
  private final Learner learner;
  private final DataLoader data;
  private final List<Metric> metrics;
  private final TorchRuntime runtime;
  private final DeployedWeights weights;
  private final Path workDirectory;
  private final CheckpointInfo checkpoint;
  private final Map<String, Double> scalars = new LinkedHashMap<>();
  private final Map<String, Double> furtherFigures = new LinkedHashMap<>();
  private EvaluatedBatch batch = new EvaluatedBatch(0, 0);

  TestState(
      TorchRuntime runtime,
      Learner learner,
      Checkpoint checkpoint,
      DataLoader data,
      List<Metric> metrics) {
    this.learner = learner;
    this.data = data;
    this.metrics = metrics;
    this.runtime = runtime;
    this.weights = new DeployedWeights(runtime, learner.state());
    this.workDirectory = checkpoint.file().toAbsolutePath().getParent();
    this.checkpoint = checkpoint.info();
  }

  /** What the checkpoint deploys. */
  DeployedWeights weights() {
    return weights;
  }

  /** The figures that hooks asked for beside those of the test. */
  Map<String, Double> furtherFigures() {
    return furtherFigures;
  }

  void evaluate(EvaluatedBatch next) {
    batch = next;
  }

  @Override
  public Algorithm model() {
    return learner.algorithm();
  }

  @Override
  public Path workDirectory() {
    return workDirectory;
  }

  @Override
  public Progress progress() {
    int epochs = checkpoint.epoch();
    long iterations = checkpoint.iteration();
    return new Progress(epochs, epochs, iterations, iterations, batch.index(), batch.batches());
  }

  @Override
  public Map<String, Double> scalars() {
    return scalars;
  }

  @Override
  public WeightCopy weightCopy(String owner) {
    return weights.copy(owner);
  }

  @Override
  public void evaluateAgain(String suffix) {
    Map<String, Double> figures =
        new Evaluation(learner).run(data, metrics, Evaluation.BatchListener.NONE);
    furtherFigures.putAll(FurtherPasses.rename(figures, suffix));
  }

  @Override
  public List<String> classes() {
    return data.dataset().classes();
  }

  @Override
  public int scoredClasses() {
    return FurtherPasses.scoredClasses(learner, data);
  }

  @Override
  public void emptyCache() {
    runtime.emptyCache();
  }

  @Override
  public TrainingRecipe recipe() {
    throw noTraining();
  }

  @Override
  public List<Integer> samplesPerClass() {
    throw noTraining();
  }

  @Override
  public void estimateBatchStatistics(int samples) {
    throw noTraining();
  }

  @Override
  public void timePhases(PhaseListener listener) {
    throw noTraining();
  }

  @Override
  public void note(String line) {
    throw noTraining();
  }

  @Override
  public double hyperParameter(String name) {
    throw noTraining();
  }

  @Override
  public void stepSchedules(boolean byEpoch) {
    throw noTraining();
  }

  @Override
  public void stepSchedules(Map<String, Double> metrics) {
    throw noTraining();
  }

  @Override
  public void log(Map<String, Double> values) {
    throw noTraining();
  }

  @Override
  public Checkpoints checkpoints() {
    throw noTraining();
  }

  @Override
  public void stop(String reason) {
    throw noTraining();
  }

  private static IllegalStateException noTraining() {
    return new IllegalStateException(
        "a hook asks a test for what only training has; ask for it in stages of training");
  }

  @Override
  public void close() {
    weights.close();
  }
}
