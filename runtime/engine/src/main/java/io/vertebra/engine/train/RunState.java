package io.vertebra.engine.train;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.PhaseListener;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.TrainingRecipe;
import io.vertebra.api.train.WeightCopy;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.log.ProcessMemory;
import io.vertebra.engine.optim.GroupState;
import io.vertebra.engine.optim.ScheduleRunners;
import io.vertebra.engine.safetensors.TensorFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private final ScheduleRunners schedules;
  private final CheckpointStore checkpoints;
  private final DeployedWeights weights;
  private final FurtherPasses passes;
  private final PhaseClock clock = new PhaseClock();
  private final Map<String, Double> scalars = new LinkedHashMap<>();
  private Map<String, Double> lastMetrics = Map.of();
  private int epoch;
  private long iteration;
  private boolean lacksValidation;
  private boolean validating;
  private Optional<EvaluatedBatch> evaluated = Optional.empty();

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
    return evaluated.map(batch -> batch.in(trained())).orElseGet(this::trained);
  }

  private Progress trained() {
    TrainOptions options = session.options();
    int length = session.epochLength();
    long iterations = options.iterations(length);
    // A loop of iterations is one long epoch, as in MMEngine.
    return options.countsEpochs()
        ? new Progress(
            epoch, options.maxEpochs().orElseThrow(), iteration, iterations, batch(), length)
        : new Progress(
            epoch,
            1,
            iteration,
            iterations,
            Math.toIntExact(iteration),
            Math.toIntExact(iterations));
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
    passes.estimateBatchStatistics(samples, pass());
  }

  @Override
  public List<String> classes() {
    DataLoader data = validating ? session.validation().orElseThrow().loader() : session.training();
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

  /** Finished epochs. */
  int epoch() {
    return epoch;
  }

  /** Finished iterations. */
  long iteration() {
    return iteration;
  }

  /** The number of the present pass through the training data, from 0. */
  int pass() {
    return session.options().countsEpochs()
        ? epoch
        : Math.toIntExact(iteration / session.epochLength());
  }

  /** The batch of the present pass that comes next, from 0. */
  int batch() {
    return Math.toIntExact(iteration - (long) pass() * session.epochLength());
  }

  /**
   * Goes on where another run was.
   *
   * @param position finished epochs and iterations
   * @param metrics the figures of the last validation
   * @param validated whether the validation that may be due at this position has been
   * @param states the states of the schedules; they run through what is done where it is empty
   */
  void resumeAt(
      Checkpoints.Position position,
      Map<String, Double> metrics,
      boolean validated,
      Optional<List<Map<String, Object>>> states) {
    epoch = position.epoch();
    iteration = position.iteration();
    lastMetrics = metrics;
    lacksValidation = !validated;
    states.ifPresentOrElse(schedules::restore, this::runThroughSchedules);
  }

  private void runThroughSchedules() {
    for (long done = 1; done <= iteration; done++) {
      schedules.step(false);
      if (session.options().countsEpochs() && done % session.epochLength() == 0) {
        schedules.step(true);
      }
    }
  }

  /** The schedules with their states. */
  ScheduleRunners schedules() {
    return schedules;
  }

  /** Whether the run begins with the validation that may be due where it stands. */
  boolean lacksValidation() {
    return lacksValidation;
  }

  void beginValidation() {
    validating = true;
    checkpoints.beginValidation();
  }

  void endValidation() {
    validating = false;
    lacksValidation = false;
    try {
      checkpoints.endValidation();
    } catch (IOException e) {
      throw new UncheckedIOException("what a validation changed cannot be saved", e);
    }
  }

  /** Says which batch of a validation is scored, until it is said to be none. */
  void evaluate(Optional<EvaluatedBatch> batch) {
    evaluated = batch;
  }

  void beginIteration() {
    scalars.clear();
  }

  void endIteration() {
    iteration++;
    lacksValidation = false;
    try {
      checkpoints.report();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Waits until all checkpoints are written. */
  void awaitCheckpoints() {
    try {
      checkpoints.await();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private static UncheckedIOException unwritten(IOException cause) {
    return new UncheckedIOException("A checkpoint cannot be written", cause);
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

  @Override
  public void close() {
    try (weights) {
      checkpoints.close();
    }
  }
}
