package io.vertebra.engine.train;

import ai.djl.Device;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Schedule;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.config.OptimWrapperOptions.Constructor;
import io.vertebra.engine.config.ParamwiseOptions;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.MomentumSgd;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.fixture.ToyDataset;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.optim.ParameterGroups;
import io.vertebra.engine.optim.ParameterRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run of the toy algorithm; everything in it is closed with it. */
final class ToyRun implements AutoCloseable {
  static final int SAMPLES = 12;

  /** What the runs told. */
  final List<String> notes = new ArrayList<>();

  private final List<RunState> states = new ArrayList<>();
  private final EngineServices services = Engines.services();
  private final ToyAlgorithm algorithm = new ToyAlgorithm();
  final ToyDataset dataset = new ToyDataset(SAMPLES);
  final ModelState state = ModelState.initialize(algorithm, services.runtime(), Device.cpu(), 1);
  final Learner learner =
      new Learner(algorithm, new ToyAlgorithm.Preprocessor(), state, services.ops());
  final OptimizerRunner optimizer;

  ToyRun() {
    this(1, Long.MAX_VALUE);
  }

  /** Makes a run that updates after a number of batches. */
  ToyRun(int accumulativeCounts, long maxBatches) {
    OptimWrapperOptions plain = OptimWrapperOptions.of(new MomentumSgd());
    optimizer =
        new OptimizerRunner(
            services.runtime(),
            ParameterGroups.divide(
                services.runtime(),
                state.trainable(),
                new ParameterRules(ParamwiseOptions.NONE, Constructor.BY_RULES).settings(algorithm),
                new MomentumSgd(),
                1),
            new OptimWrapperOptions(
                plain.type(),
                plain.optimizer(),
                plain.clipGrad(),
                accumulativeCounts,
                plain.constructor(),
                plain.paramwiseCfg(),
                plain.amp()),
            maxBatches);
  }

  final DataLoader loader =
      new DataLoader(
          dataset,
          epoch -> IntStream.range(0, SAMPLES).toArray(),
          new LoaderSettings(SAMPLES / 2, 2, false, LoaderSettings.Unreadable.FAIL, 5));

  /** Trains with two iterations an epoch. */
  RunState train(
      Path folder, int epochs, int valInterval, List<Schedule> schedules, Hook... hooks) {
    try {
      return train(
          folder, TrainOptions.epochs(epochs, valInterval), schedules, Optional.empty(), hooks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trains, from where a checkpoint was taken if there is one. */
  RunState train(
      Path folder,
      TrainOptions options,
      List<Schedule> schedules,
      Optional<Path> start,
      Hook... hooks)
      throws IOException {
    TrainingSession session =
        new TrainingSession(
            services.runtime(),
            learner,
            optimizer,
            schedules,
            new HookList(List.of(hooks), Hook::priority),
            loader,
            Optional.of(new TrainingSession.Validation(loader, List.of(new CountMetric()))),
            options,
            "param_scheduler: %d\ntrain_cfg: %s\n"
                .formatted(schedules.size(), options.iterations(2)),
            5);
    RunListener listener =
        new RunListener() {
          @Override
          public void noted(String line) {
            notes.add(line);
          }
        };
    RunState run = new RunState(session, folder, services.files(), listener, new StopSignal());
    states.add(run);
    session.hooks().call(hook -> hook.beforeRun(run));
    if (start.isPresent()) {
      try (Checkpoint checkpoint = Checkpoint.open(start.get())) {
        new Resumption(session, run, services.files(), listener).from(checkpoint);
      }
    }
    new Trainer(session, run, listener).run();
    return run;
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
