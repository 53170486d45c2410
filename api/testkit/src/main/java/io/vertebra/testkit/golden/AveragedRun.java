package io.vertebra.testkit.golden;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.PhaseListener;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.TrainingRecipe;
import io.vertebra.api.train.WeightCopy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run that has a copy of weights and a position, and nothing else. */
final class AveragedRun implements Run {
  private final WeightCopy copy;
  private Progress progress = new Progress(0, 1, 0, 1, 0, 1);

  AveragedRun(WeightCopy copy) {
    this.copy = copy;
  }

  void at(Progress position) {
    progress = position;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public WeightCopy weightCopy(String owner) {
    return copy;
  }

  @Override
  public Algorithm model() {
    throw notThere();
  }

  @Override
  public Path workDirectory() {
    throw notThere();
  }

  @Override
  public Map<String, Double> scalars() {
    throw notThere();
  }

  @Override
  public double hyperParameter(String name) {
    throw notThere();
  }

  @Override
  public void stepSchedules(boolean byEpoch) {
    throw notThere();
  }

  @Override
  public void stepSchedules(Map<String, Double> metrics) {
    throw notThere();
  }

  @Override
  public void log(Map<String, Double> values) {
    throw notThere();
  }

  @Override
  public TrainingRecipe recipe() {
    throw notThere();
  }

  @Override
  public Checkpoints checkpoints() {
    throw notThere();
  }

  @Override
  public void evaluateAgain(String suffix) {
    throw notThere();
  }

  @Override
  public void stop(String reason) {
    throw notThere();
  }

  @Override
  public void estimateBatchStatistics(int samples) {
    throw notThere();
  }

  @Override
  public List<String> classes() {
    throw notThere();
  }

  @Override
  public List<Integer> samplesPerClass() {
    throw notThere();
  }

  @Override
  public int scoredClasses() {
    throw notThere();
  }

  @Override
  public void emptyCache() {
    throw notThere();
  }

  @Override
  public void timePhases(PhaseListener listener) {
    throw notThere();
  }

  @Override
  public void note(String line) {
    throw notThere();
  }

  private static IllegalStateException notThere() {
    return new IllegalStateException("a hook that averages needs its weights and position alone");
  }
}
