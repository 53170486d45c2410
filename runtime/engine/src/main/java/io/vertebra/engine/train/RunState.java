package io.vertebra.engine.train;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.PhaseListener;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.TrainingRecipe;
import io.vertebra.api.train.WeightCopy;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.log.ProcessMemory;
import io.vertebra.engine.optim.GroupState;
import io.vertebra.engine.optim.ScheduleRunners;
import io.vertebra.engine.safetensors.TensorFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The state of a run between its stages, as its hooks see it. */
final class RunState implements Run, AutoCloseable {
  private final TrainingSession session;
  private final Path workDirectory;
  private final RunListener listener;
  private final StopSignal stop;
  private final RunPosition position;
  private final ScheduleRunners schedules;
  private final CheckpointStore checkpoints;
  private final DeployedWeights weights;
  private final FurtherPasses passes;
  private final PhaseClock clock = new PhaseClock();
  private final Map<String, Double> scalars = new LinkedHashMap<>();
  private final ValidationState validation = new ValidationState();

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
    this.position = new RunPosition(session.options(), session.epochLength());
    this.passes = new FurtherPasses(session);
    this.weights = new DeployedWeights(session.runtime(), session.learner().state());
    this.checkpoints = new CheckpointStore(this, session, files, listener);
    this.schedules =
        new ScheduleRunners(
            session.schedules(),
            session.optimizer().groups().stream().map(GroupState::hyperParameters).toList(),
            session.options().length(session.epochLength()));
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
    return validation.in(position.progress());
  }

  @Override
  public Map<String, Double> scalars() {
    return scalars;
  }

  @Override
  public double hyperParameter(String name) {
    return session.optimizer().groups().get(0).hyperParameter(name);
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
    listener.logged(progress(), ProcessMemory.addedTo(values));
  }

  @Override
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  @Override
  public WeightCopy weightCopy(String owner) {
    return weights.copy(owner);
  }

  @Override
  public TrainingRecipe recipe() {
    return new SessionRecipe(session);
  }

  @Override
  public void evaluateAgain(String suffix) {
    listener.evaluated(progress(), passes.evaluate(suffix));
  }

  @Override
  public void estimateBatchStatistics(int samples) {
    passes.estimateBatchStatistics(samples, position.pass());
  }

  @Override
  public List<String> classes() {
    DataLoader data =
        validation.running() ? session.validation().orElseThrow().loader() : session.training();
    return data.dataset().classes();
  }

  @Override
  public List<Integer> samplesPerClass() {
    Dataset data = session.training().dataset();
    int[] counts = new int[data.classes().size()];
    IntStream.range(0, data.size()).forEach(index -> counts[data.label(index)]++);
    return Arrays.stream(counts).boxed().toList();
  }

  @Override
  public int scoredClasses() {
    return FurtherPasses.scoredClasses(session.learner(), session.training());
  }

  @Override
  public void emptyCache() {
    session.runtime().emptyCache();
  }

  @Override
  public void timePhases(PhaseListener phaseListener) {
    clock.add(phaseListener);
  }

  @Override
  public void note(String line) {
    listener.noted(line);
  }

  @Override
  public void stop(String reason) {
    stop.stop(reason);
  }

  /** What times the phases. */
  PhaseClock clock() {
    return clock;
  }

  /** What checkpoints deploy. */
  DeployedWeights weights() {
    return weights;
  }

  boolean stopping() {
    return stop.reason().isPresent();
  }

  /** Where the run stands. */
  RunPosition position() {
    return position;
  }

  /**
   * Goes on where another run was.
   *
   * @param start finished epochs and iterations
   * @param metrics the figures of the last validation
   * @param hasValidated whether the validation that may be due at this position has been
   * @param states the states of the schedules; they run through what is done where it is empty
   */
  void resumeAt(
      Checkpoints.Position start,
      Map<String, Double> metrics,
      boolean hasValidated,
      Optional<List<Map<String, Object>>> states) {
    position.moveTo(start);
    validation.resume(metrics, hasValidated);
    states.ifPresentOrElse(
        schedules::restore, () -> schedules.runThrough(start.iteration(), start.epoch()));
  }

  /** The schedules with their states. */
  ScheduleRunners schedules() {
    return schedules;
  }

  /** The validations of the run. */
  ValidationState validation() {
    return validation;
  }

  /** The checkpoints of the run. */
  CheckpointStore store() {
    return checkpoints;
  }

  void beginValidation() {
    validation.begin();
    checkpoints.beginValidation();
  }

  void endValidation() {
    validation.end();
    checkpoints.endValidation();
  }

  void beginIteration() {
    scalars.clear();
  }

  void endIteration() {
    position.endIteration();
    validation.endIteration();
    checkpoints.report();
  }

  /** Writes a checkpoint where a run stands that was interrupted from outside. */
  void saveIfInterrupted() {
    if (stop.interrupted()) {
      checkpoints.saveInterrupted();
    }
  }

  void evaluated(Map<String, Double> metrics) {
    validation.figures(metrics);
    listener.evaluated(progress(), metrics);
  }

  @Override
  public void close() {
    try (weights) {
      checkpoints.close();
    }
  }
}
