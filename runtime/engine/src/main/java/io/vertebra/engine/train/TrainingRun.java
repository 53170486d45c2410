package io.vertebra.engine.train;

import io.vertebra.api.train.Hook;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.ExperimentOptions;
import io.vertebra.engine.config.LoaderOptions;
import io.vertebra.engine.config.Metrics;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.config.Schedules;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.log.RunLog;
import io.vertebra.engine.model.ModelState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Learner learner = parts.newLearner();
    try (ModelState state = learner.state();
        DataLoader loader = parts.newLoader(trainData);
        DataLoader validationLoader = validationLoader();
        OptimizerRunner optimizer =
            new OptimizerRunner(parts.services().runtime(), state.trainable(), wrapper)) {
      loadFrom(state);
      TrainingSession session =
          new TrainingSession(
              learner,
              optimizer,
              parts.options().paramScheduler().map(Schedules::schedules).orElse(List.of()),
              new HookList(hooks()),
              loader,
              Optional.ofNullable(validationLoader).map(this::validation),
              training,
              configText,
              parts.options().randomness().seed());
      return run(session, request);
    }
  }

  private TrainResult run(TrainingSession session, TrainRequest request) throws IOException {
    WorkDirectory directory = WorkDirectory.create(request.workDirectory());
    directory.record(configText, request.environment());
    try (RunLog log = new RunLog(directory.start())) {
      RunListener listener = new RunListeners(List.of(log, request.listener()));
      RunState run =
          new RunState(
              session, directory.path(), parts.services().files(), listener, request.stop());
      listener.started(start(session, directory));
      new Trainer(session, run, listener).run();
      request.stop().reason().ifPresent(listener::stopped);
      return new TrainResult(run.lastMetrics(), request.stop().reason());
    }
  }

  private static RunStart start(TrainingSession session, WorkDirectory directory) {
    ModelState state = session.learner().state();
    return new RunStart(
        directory.path(),
        ExperimentParts.count(state.parameters().values()),
        ExperimentParts.count(state.trainable().values()),
        session.training().dataset().size(),
        session.validation().map(each -> each.loader().dataset().size()).orElse(0),
        session.classes());
  }

  private DataLoader validationLoader() {
    ExperimentOptions options = parts.options();
    return options.valDataloader().isPresent() && options.valEvaluator().isPresent()
        ? parts.newLoader(options.valDataloader().get())
        : null;
  }

  private TrainingSession.Validation validation(DataLoader loader) {
    return new TrainingSession.Validation(
        loader, parts.options().valEvaluator().map(Metrics::metrics).orElseThrow());
  }

  private List<Hook> hooks() {
    List<Hook> hooks = new ArrayList<>(parts.options().defaultHooks().hooks());
    hooks.addAll(parts.options().customHooks());
    return hooks;
  }

  private void loadFrom(ModelState state) throws IOException {
    if (parts.options().loadFrom().isPresent()) {
      try (Checkpoint checkpoint = Checkpoint.open(Path.of(parts.options().loadFrom().get()))) {
        checkpoint.loadInto(state, parts.services().files());
      }
    }
  }
}
