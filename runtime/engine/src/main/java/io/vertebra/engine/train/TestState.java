package io.vertebra.engine.train;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A test as its hooks see it: training stands where the checkpoint was taken, and is over. */
final class TestState implements Run {
  private final Algorithm model;
  private final Path workDirectory;
  private final CheckpointInfo checkpoint;
  private final Map<String, Double> scalars = new LinkedHashMap<>();
  private EvaluatedBatch batch = new EvaluatedBatch(0, 0);

  TestState(Algorithm model, Checkpoint checkpoint) {
    this.model = model;
    this.workDirectory = checkpoint.file().toAbsolutePath().getParent();
    this.checkpoint = checkpoint.info();
  }

  void evaluate(EvaluatedBatch next) {
    batch = next;
  }

  @Override
  public Algorithm model() {
    return model;
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
}
