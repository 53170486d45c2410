package io.vertebra.engine.train;

import ai.djl.Device;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Schedule;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.FreezeOptions;
import io.vertebra.engine.config.LossScale;
import io.vertebra.engine.config.NanPolicy;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.config.OptimWrapperOptions.Constructor;
import io.vertebra.engine.config.ParamwiseOptions;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.data.Staging;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.MomentumSgd;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.fixture.ToyDataset;
import io.vertebra.engine.model.Freezing;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.Precision;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.optim.ParameterGroups;
import io.vertebra.engine.optim.ParameterRules;
import io.vertebra.engine.optim.UpdateGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run of the toy algorithm; everything in it is closed with it. */
final class ToyRun implements AutoCloseable {
  static final int SAMPLES = 12;

  /** What the runs told. */
  final List<String> notes = new ArrayList<>();

  /** Ends the runs. */
  final StopSignal stop = new StopSignal();

  /** The checkpoints that they told of. */
  final List<Path> saved = new ArrayList<>();

  private final List<RunState> states = new ArrayList<>();
  private final EngineServices services = Engines.services();
  private final Settings settings;
  private final Freezing freezing;
  final ToyDataset dataset = new ToyDataset(SAMPLES);
  final ModelState state;
  final Learner learner;
  final OptimizerRunner optimizer;
  final DataLoader loader;

  /**
   * What is trained, and how.
   *
   * @param algorithm the algorithm
   * @param accumulativeCounts batches of an update
   * @param maxBatches batches of the whole run
   * @param nanPolicy what is done about losses that are not finite
   * @param precision what heavy operations compute in; losses are scaled in float16
   * @param frozen what is frozen when
   */
  record Settings(
      Algorithm algorithm,
      int accumulativeCounts,
      long maxBatches,
      NanPolicy nanPolicy,
      Precision precision,
      List<FreezeOptions> frozen) {
    static Settings of(Algorithm algorithm) {
      return new Settings(
          algorithm, 1, Long.MAX_VALUE, NanPolicy.OFF, Precision.FLOAT32, List.of());
    }

    Settings with(NanPolicy policy) {
      return new Settings(algorithm, accumulativeCounts, maxBatches, policy, precision, frozen);
    }

    Settings with(Precision wanted) {
      return new Settings(algorithm, accumulativeCounts, maxBatches, nanPolicy, wanted, frozen);
    }

    Settings freezing(FreezeOptions... options) {
      return new Settings(
          algorithm, accumulativeCounts, maxBatches, nanPolicy, precision, List.of(options));
    }

    Settings accumulating(int counts, long batches) {
      return new Settings(algorithm, counts, batches, nanPolicy, precision, frozen);
    }
  }

  ToyRun() {
    this(1, Long.MAX_VALUE);
  }

  /** Makes a run that updates after a number of batches. */
  ToyRun(int accumulativeCounts, long maxBatches) {
    this(Settings.of(new ToyAlgorithm()).accumulating(accumulativeCounts, maxBatches));
  }

  ToyRun(Settings settings) {
    this(settings, Staging.NONE);
  }

  /** Makes a run whose batches are staged. */
  ToyRun(Settings settings, Staging staging) {
    this.settings = settings;
    this.loader =
        new DataLoader(
            dataset,
            epoch -> IntStream.range(0, SAMPLES).toArray(),
            new LoaderSettings(SAMPLES / 2, 2, false, LoaderSettings.Unreadable.FAIL, 5),
            staging);
    this.freezing = new Freezing(settings.algorithm(), settings.frozen());
    freezing.begin();
    this.state = ModelState.initialize(settings.algorithm(), services.runtime(), Device.cpu(), 1);
    this.learner =
        new Learner(
            settings.algorithm(),
            new ToyAlgorithm.Preprocessor(),
            state,
            services.ops(settings.precision()));
    OptimWrapperOptions plain = OptimWrapperOptions.of(new MomentumSgd());
    optimizer =
        new OptimizerRunner(
            services.runtime(),
            groups(),
            new OptimWrapperOptions(
                plain.type(),
                plain.optimizer(),
                plain.clipGrad(),
                settings.accumulativeCounts(),
                plain.constructor(),
                plain.paramwiseCfg(),
                plain.amp()),
            settings.maxBatches(),
            new UpdateGuard(
                settings.nanPolicy() != NanPolicy.OFF,
                settings.precision() == Precision.FLOAT16
                    ? Optional.of(LossScale.DYNAMIC)
                    : Optional.empty()));
  }

  private ParameterGroups groups() {
    return ParameterGroups.divide(
        services.runtime(),
        state.trainable(),
        new ParameterRules(ParamwiseOptions.NONE, Constructor.BY_RULES)
            .settings(settings.algorithm()),
        new MomentumSgd(),
        1,
        freezing::phasesOf);
  }

  /** Makes another network of the same kind, closed by the caller. */
  Learner other() {
    return new Learner(
        settings.algorithm(),
        learner.preprocessor(),
        ModelState.initialize(settings.algorithm(), services.runtime(), Device.cpu(), 2),
        learner.ops());
  }

  /** A step by itself, without a policy about losses that are not finite. */
  TrainingStep step(Learner trained) {
    NanWatch watch = NanWatch.off(services.runtime(), trained);
    return new TrainingStep(services.runtime(), trained, optimizer, watch, 0);
  }

  /** Trains with two iterations an epoch. */
  RunState train(
      Path folder, int epochs, int valInterval, List<Schedule> schedules, Hook... hooks) {
    try {
      return train(folder, options(epochs, valInterval), schedules, Optional.empty(), hooks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Options of a loop of epochs with the policy of this run. */
  TrainOptions options(int epochs, int valInterval) {
    return new TrainOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.of(epochs),
        Optional.empty(),
        1,
        Optional.of(valInterval),
        List.of(),
        settings.nanPolicy(),
        settings.frozen());
  }

  /** What a run works with. */
  TrainingSession session(TrainOptions options, List<Schedule> schedules, Hook... hooks) {
    return new TrainingSession(
        services.runtime(),
        learner,
        optimizer,
        schedules,
        new HookList(List.of(hooks), Hook::priority),
        loader,
        Optional.of(new TrainingSession.Validation(loader, List.of(new CountMetric()))),
        options,
        freezing,
        "param_scheduler: %d\ntrain_cfg: %s\n".formatted(schedules.size(), options.iterations(2)),
        settings.precision(),
        5);
  }

  /** Trains, from where a checkpoint was taken if there is one. */
  RunState train(
      Path folder,
      TrainOptions options,
      List<Schedule> schedules,
      Optional<Path> start,
      Hook... hooks)
      throws IOException {
    TrainingSession session = session(options, schedules, hooks);
    RunListener listener =
        new RunListener() {
          @Override
          public void noted(String line) {
            notes.add(line);
          }

          @Override
          public void saved(Path file) {
            saved.add(file);
          }
        };
    RunState run = new RunState(session, folder, services.files(), listener, stop);
    states.add(run);
    session.hooks().call(hook -> hook.beforeRun(run));
    if (start.isPresent()) {
      try (Checkpoint checkpoint = Checkpoint.open(start.get())) {
        new Resumption(session, run, services.files(), listener).from(checkpoint);
      }
    }
    try (Trainer trainer = new Trainer(session, run, listener)) {
      trainer.run();
    }
    return run;
  }

  /** The present weights by name, as texts that are equal where all bits are. */
  Map<String, String> weights() {
    Map<String, String> weights = new TreeMap<>();
    state
        .stateDict()
        .forEach((name, array) -> weights.put(name, Arrays.toString(array.toFloatArray())));
    return weights;
  }

  EngineServices services() {
    return services;
  }

  @Override
  public void close() {
    states.forEach(RunState::close);
    loader.close();
    optimizer.close();
    state.close();
  }

  /** Counts samples. */
  private static final class CountMetric implements Metric {
    @Override
    public String prefix() {
      return "count";
    }

    @Override
    public Accumulator start() {
      return new Accumulator() {
        private double seen;

        @Override
        public void add(ScoreBatch batch) {
          seen += batch.size();
        }

        @Override
        public void merge(Accumulator other) {
          throw new IllegalStateException("one worker");
        }

        @Override
        public Map<String, Double> compute() {
          return Map.of("samples", seen);
        }
      };
    }
  }
}
