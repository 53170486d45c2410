package io.vertebra.engine.train;

import io.vertebra.engine.config.LoaderOptions;
import io.vertebra.engine.config.OptimWrapperOptions;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.MemoryFormat;
import io.vertebra.engine.optim.OptimizerRunner;
import io.vertebra.engine.optim.UpdateGuard;
import io.vertebra.engine.torch.TorchRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times iterations of training, without hooks, logs and checkpoints. */
final class TrainingBench {
  private static final double NANOSECONDS = 1e-9;
  private static final double SECONDS_OF_MILLISECOND = 1e-3;

  private final ExperimentParts parts;
  private final LoaderOptions data;
  private final OptimWrapperOptions wrapper;

  TrainingBench(ExperimentParts parts, LoaderOptions data, OptimWrapperOptions wrapper) {
    this.parts = parts;
    this.data = data;
    this.wrapper = wrapper;
  }

  BenchResult run(BenchRequest request) {
    try (Learner learner = parts.newLearner();
        BenchBatches batches = batches(request, learner)) {
      if (parts.options().compute().memoryFormat().named().isEmpty()) {
        learner.state().layOut(tried(learner, batches));
      }
      return time(request, learner, batches);
    }
  }

  private BenchResult time(BenchRequest request, Learner learner, BenchBatches batches) {
    TorchRuntime runtime = parts.services().runtime();
    StepTimes times = new StepTimes();
    double cpu;
    try (OptimizerRunner optimizer = newOptimizer(learner)) {
      TrainingStep step =
          new TrainingStep(
              runtime,
              learner,
              optimizer,
              NanWatch.off(runtime, learner),
              parts.options().randomness().seed());
      for (int i = 0; i < request.warmUp(); i++) {
        new StepTimes().time(step, batches, i);
      }
      double before = cpuSeconds();
      for (int i = 0; i < request.iterations(); i++) {
        times.time(step, batches, request.warmUp() + i);
      }
      cpu = (cpuSeconds() - before) / request.iterations();
    }
    return new BenchResult(
        parts.options().precision().label(),
        learner.state().format().label(),
        runtime.intraOpThreads(),
        data.batchSize(),
        times.seconds,
        times.rates,
        cpu);
  }

  private OptimizerRunner newOptimizer(Learner learner) {
    return new OptimizerRunner(
        parts.services().runtime(),
        parts.newGroups(learner, wrapper, 1),
        wrapper,
        Long.MAX_VALUE,
        new UpdateGuard(false, parts.options().lossScale()));
  }

  /** How long iterations took, and images a second. */
  private static final class StepTimes {
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();

    void time(TrainingStep step, BenchBatches batches, long iteration) {
      long begun = System.nanoTime();
      batches.use(
          batch -> {
            step.run(batch, iteration, 0);
            double taken = (System.nanoTime() - begun) * NANOSECONDS;
            seconds.add(taken);
            rates.add(batch.size() / taken);
          });
    }
  }

  /** Processor time of this process so far; 0 where the system does not tell. */
  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
        * SECONDS_OF_MILLISECOND;
  }

  private MemoryFormat tried(Learner learner, BenchBatches batches) {
    List<MemoryFormat> faster = new ArrayList<>();
    try (LayoutTrial trial = new LayoutTrial(parts.services().runtime(), learner)) {
      batches.use(batch -> faster.add(trial.run(batch).faster()));
    }
    return faster.get(0);
  }

  private BenchBatches batches(BenchRequest request, Learner learner) {
    int channels = learner.preprocessor().channels();
    return request.imageSize() > 0
        ? new BenchBatches.Same(HostBatch.noise(data.batchSize(), request.imageSize(), channels))
        : new BenchBatches.Loaded(parts.newStagedLoader(data));
  }
}
