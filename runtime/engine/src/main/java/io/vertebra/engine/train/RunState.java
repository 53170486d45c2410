package io.vertebra.engine.train;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.engine.safetensors.TensorFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of a run between its stages, as its hooks see it. */
final class RunState implements Run {
  private final TrainingSession session;
  private final Path workDirectory;
  private final RunListener listener;
  private final StopSignal stop;
  private final ScheduleRunners schedules;
  private final CheckpointStore checkpoints;
  private final Map<String, Double> scalars = new LinkedHashMap<>();
  private Map<String, Double> lastMetrics = Map.of();
  private int epoch;
  private long iteration;
  private int batch;

  RunState(
      TrainingSession session,
      Path workDirectory,
      TensorFiles files,
      RunListener listener,
      StopSignal stop) {
    this.session = session;
    this.workDirectory = workDirectory;
    this.listener = listener;
    this.stop = stop;
    this.checkpoints = new CheckpointStore(this, session, files, listener);
    this.schedules =
        new ScheduleRunners(
            session.schedules(),
            List.of(session.optimizer().group().hyperParameters()),
            RunLength.ofEpochs(session.options().maxEpochs(), session.epochLength()));
  }

  @Override
  public Algorithm model() {
    return session.learner().algorithm();
  }

  @Override
  public Path workDirectory() {
    return workDirectory;
  }

  @Override
  public Progress progress() {
    int maxEpochs = session.options().maxEpochs();
    int length = session.epochLength();
    return new Progress(epoch, maxEpochs, iteration, (long) maxEpochs * length, batch, length);
  }

  @Override
  public Map<String, Double> scalars() {
    return scalars;
  }

  @Override
  public double hyperParameter(String name) {
    return session.optimizer().group().hyperParameter(name);
  }

  @Override
  public void stepSchedules(boolean byEpoch) {
    schedules.step(byEpoch);
  }

  @Override
  public void stepSchedules(Map<String, Double> metrics) {
    schedules.observe(metrics);
  }

  @Override
  public void log(Map<String, Double> values) {
    listener.logged(progress(), values);
  }

  @Override
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  @Override
  public void stop(String reason) {
    stop.stop(reason);
  }

  boolean stopping() {
    return stop.reason().isPresent();
  }

  void beginBatch(int index) {
    batch = index;
    scalars.clear();
  }

  void endBatch() {
    iteration++;
  }

  void endEpoch() {
    epoch++;
  }

  void evaluated(Map<String, Double> metrics) {
    lastMetrics = metrics;
    listener.evaluated(progress(), metrics);
  }

  Map<String, Double> lastMetrics() {
    return lastMetrics;
  }
}
