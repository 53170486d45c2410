package io.vertebra.engine.train;

import ai.djl.Device;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.UpdateScript;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.fixture.ToyDataset;
import io.vertebra.engine.model.ModelState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run of the toy algorithm; everything in it is closed with it. */
final class ToyRun implements AutoCloseable {
  static final int SAMPLES = 12;

  private final EngineServices services = Engines.services();
  private final ToyAlgorithm algorithm = new ToyAlgorithm();
  final ToyDataset dataset = new ToyDataset(SAMPLES);
  final ModelState state = ModelState.initialize(algorithm, services.runtime(), Device.cpu(), 1);
  final Learner learner =
      new Learner(algorithm, new ToyAlgorithm.Preprocessor(), state, services.ops());
  final OptimizerRunner optimizer =
      new OptimizerRunner(
          services.runtime(),
          state.trainable(),
          new OptimWrapperOptions(
              OptimWrapperOptions.Type.PLAIN, new MomentumSgd(), Optional.empty()));
  final DataLoader loader =
      new DataLoader(
          dataset,
          epoch -> IntStream.range(0, SAMPLES).toArray(),
          new LoaderSettings(SAMPLES / 2, 2, false, LoaderSettings.Unreadable.FAIL, 5));

  /** Trains with two iterations an epoch. */
  RunState train(
      Path folder, int epochs, int valInterval, List<Schedule> schedules, Hook... hooks) {
    StopSignal stop = new StopSignal();
    RunListener silent = new RunListener() {};
    TrainingSession session =
        new TrainingSession(
            learner,
            optimizer,
            schedules,
            new HookList(List.of(hooks)),
            loader,
            Optional.of(new TrainingSession.Validation(loader, List.of(new CountMetric()))),
            new TrainOptions(TrainOptions.Type.EPOCHS, true, epochs, 1, valInterval),
            "model: {}\n",
            5);
    RunState run = new RunState(session, folder, services.files(), silent, stop);
    new Trainer(session, run, silent).run();
    return run;
  }

  EngineServices services() {
    return services;
  }

  @Override
  public void close() {
    loader.close();
    optimizer.close();
    state.close();
  }

  /** Gradient descent with momentum. */
  static final class MomentumSgd implements Optimizer {
    private static final UpdateScript SCRIPT =
        new UpdateScript(
            "momentum",
            """
            def update_(self, parameters: List[Tensor], gradients: List[Tensor],
                        buffers: List[Tensor], lr: float) -> None:
                torch._foreach_mul_(buffers, 0.9)
                torch._foreach_add_(buffers, gradients)
                torch._foreach_add_(parameters, buffers, alpha=-lr)
            """);

    @Override
    public Map<String, Double> hyperParameters() {
      return Map.of("lr", 0.5, "weight_decay", 0.0);
    }

    @Override
    public List<String> slots() {
      return List.of("momentum_buffer");
    }

    @Override
    public void update(OptimizerOps ops, ParameterGroup group) {
      ops.run(
          SCRIPT,
          List.of(group.parameters(), group.gradients(), group.slot("momentum_buffer")),
          group.hyperParameter("lr"));
    }
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
