package io.vertebra.engine.train;

import io.vertebra.engine.config.AutoScaleRateOptions;
import io.vertebra.engine.config.ExperimentOptions;
import io.vertebra.engine.config.LoaderOptions;
import io.vertebra.engine.config.Metrics;
import io.vertebra.engine.config.NanPolicy;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.config.Schedules;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.log.LogSinks;
import io.vertebra.engine.log.RunLog;
import io.vertebra.engine.model.Freezing;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.optim.ParameterGroups;
import io.vertebra.engine.optim.UpdateGuard;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sets a training run up, carries it out, and clears it away. */
final class TrainingRun {
  private final ExperimentParts parts;
  private final LoaderOptions trainData;
  private final OptimWrapperOptions wrapper;
  private final TrainOptions training;
  private final String configText;

  TrainingRun(
      ExperimentParts parts,
      LoaderOptions trainData,
      OptimWrapperOptions wrapper,
      TrainOptions training,
      String configText) {
    this.parts = parts;
    this.trainData = trainData;
    this.wrapper = wrapper;
    this.training = training;
    this.configText = configText;
  }

  TrainResult run(TrainRequest request) throws IOException {
    try (Learner learner = parts.newLearner();
        DataLoader loader = parts.newStagedLoader(trainData);
        DataLoader validationLoader = validationLoader();
        OptimizerRunner optimizer = newOptimizer(learner, loader)) {
      TrainingSession session =
          new TrainingSession(
              parts.services().runtime(),
              learner,
              optimizer,
              parts.options().paramScheduler().map(Schedules::schedules).orElse(List.of()),
              parts.hooks(),
              loader,
              Optional.ofNullable(validationLoader).map(this::validation),
              training,
              new Freezing(learner.algorithm(), training.frozen()),
              configText,
              parts.options().precision(),
              parts.options().randomness().seed());
      return run(session, request);
    }
  }

  private OptimizerRunner newOptimizer(Learner learner, DataLoader loader) {
    ParameterGroups groups = parts.newGroups(learner, wrapper, rateScale().orElse(1));
    return new OptimizerRunner(
        parts.services().runtime(),
        groups,
        wrapper,
        training.iterations(loader.batches()),
        new UpdateGuard(training.nanPolicy() != NanPolicy.OFF, parts.options().lossScale()));
  }

  /** The factor of the linear scaling rule, where the config asks for it. */
  private OptionalDouble rateScale() {
    Optional<AutoScaleRateOptions> scaling =
        parts.options().autoScaleLr().filter(AutoScaleRateOptions::enable);
    return scaling
        .map(each -> OptionalDouble.of(imagesOfUpdate() / (double) each.baseBatchSize()))
        .orElse(OptionalDouble.empty());
  }

  private long imagesOfUpdate() {
    return (long) trainData.batchSize() * wrapper.accumulativeCounts();
  }

  private TrainResult run(TrainingSession session, TrainRequest request) throws IOException {
    try (WorkDirectory directory = WorkDirectory.create(request.workDirectory())) {
      directory.record(configText, request.environment());
      return run(session, request, directory);
    }
  }

  private TrainResult run(TrainingSession session, TrainRequest request, WorkDirectory directory)
      throws IOException {
    try (RunLog log = new RunLog(directory.start())) {
      RunListener people = new RunListeners(List.of(log, request.listener()));
      try (LogSinks sinks =
          new LogSinks(
              parts.options().sinks().sinks(), directory.start(), configText, people::noted)) {
        TrainResult result =
            run(session, request, directory, new RunListeners(List.of(people, sinks)));
        sinks.finished();
        return result;
      }
    }
  }

  private TrainResult run(
      TrainingSession session, TrainRequest request, WorkDirectory directory, RunListener listener)
      throws IOException {
    try (RunState run =
        new RunState(
            session, directory.path(), parts.services().files(), listener, request.stop())) {
      listener.started(start(session, directory));
      rateScale().ifPresent(factor -> listener.noted(rateNote(factor)));
      train(session, run, listener, new StartingPoint(parts, request.resume()));
      request.stop().reason().ifPresent(listener::stopped);
      return new TrainResult(run.validation().figures(), request.stop().reason());
    }
  }

  private void train(
      TrainingSession session, RunState run, RunListener listener, StartingPoint start)
      throws IOException {
    HookList hooks = session.hooks();
    hooks.call(hook -> hook.beforeRun(run));
    start.enter(session, run, listener);
    try (Trainer trainer = new Trainer(session, run, listener)) {
      trainer.run();
    }
    hooks.call(hook -> hook.afterRun(run));
    run.store().await();
  }

  private String rateNote(double factor) {
    return "learning rates are multiplied by %s (auto_scale_lr: %d images an update)"
        .formatted(factor, imagesOfUpdate());
  }

  private RunStart start(TrainingSession session, WorkDirectory directory) {
    ModelState state = session.learner().state();
    return new RunStart(
        directory.path(),
        ExperimentParts.count(state.parameters().values()),
        ExperimentParts.count(state.trainable().values()),
        session.training().dataset().size(),
        trainData.batchSize(),
        session.validation().map(each -> each.loader().dataset().size()).orElse(0),
        session.classes(),
        training.countsEpochs());
  }

  private DataLoader validationLoader() {
    ExperimentOptions options = parts.options();
    return options.valDataloader().isPresent() && options.valEvaluator().isPresent()
        ? parts.newStagedLoader(options.valDataloader().get())
        : null;
  }

  private TrainingSession.Validation validation(DataLoader loader) {
    return new TrainingSession.Validation(
        loader, parts.options().valEvaluator().map(Metrics::metrics).orElseThrow());
  }
}
