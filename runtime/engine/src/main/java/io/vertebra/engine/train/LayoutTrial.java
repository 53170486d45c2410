package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.MemoryFormat;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.List;

/** Times passes forward and back in both memory formats, in turn. Nothing is updated. */
final class LayoutTrial implements AutoCloseable {
  private static final int ROUNDS = 3;
  private static final double NANOSECONDS = 1e-9;

  private final TorchRuntime runtime;
  private final Learner learner;
  private final TensorList parameters;

  /**
   * Makes a trial.
   *
   * @param runtime the native library
   * @param learner the network, whose statistics change; stays with the caller
   */
  LayoutTrial(TorchRuntime runtime, Learner learner) {
    this.learner = learner;
    this.runtime = runtime;
    this.parameters = TensorList.of(runtime, learner.state().trainable().values());
  }

  /**
   * Seconds of the fastest pass in each format.
   *
   * @param contiguous plane after plane
   * @param channelsLast the channels of a position side by side
   */
  record Times(double contiguous, double channelsLast) {
    MemoryFormat faster() {
      return channelsLast < contiguous ? MemoryFormat.CHANNELS_LAST : MemoryFormat.CONTIGUOUS;
    }
  }

  /** Runs one round that does not count, and three that do. */
  Times run(HostBatch batch) {
    List<Double> contiguous = new ArrayList<>();
    List<Double> channelsLast = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      contiguous.add(seconds(batch, MemoryFormat.CONTIGUOUS));
      channelsLast.add(seconds(batch, MemoryFormat.CHANNELS_LAST));
    }
    return new Times(fastest(contiguous), fastest(channelsLast));
  }

  private static double fastest(List<Double> seconds) {
    return seconds.stream().skip(1).mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private double seconds(HostBatch samples, MemoryFormat format) {
    learner.state().layOut(format);
    long begun = System.nanoTime();
    NotEnoughMemoryException.explain(MemoryNeed.training(samples.size()), () -> pass(samples));
    return (System.nanoTime() - begun) * NANOSECONDS;
  }

  private float pass(HostBatch samples) {
    try (StepScope scope = new StepScope(learner.state().manager())) {
      TrainingPass pass = new TrainingPass(runtime, learner.pass(), 0);
      Batch batch = learner.prepare(pass, samples, scope.manager());
      NDArray loss = TrainingStep.total(learner.algorithm().loss(pass, batch));
      pass.gradients(loss, parameters).close();
      return loss.getFloat();
    }
  }

  @Override
  public void close() {
    parameters.close();
  }
}
