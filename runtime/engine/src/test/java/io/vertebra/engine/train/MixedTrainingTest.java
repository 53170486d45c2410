package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.MemoryFormat;
import io.vertebra.engine.model.Precision;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MixedTrainingTest {
  @Test
  void stepsInBfloat16LearnAndLeaveParametersInFloat32() {
    try (ToyRun run = new ToyRun();
        EpochBatches batches = run.loader.epoch(0);
        HostBatch batch = batches.next()) {
      TrainingStep step = run.step(learner(run, Precision.BFLOAT16));
      double first = step.run(batch, 0, 0).get("loss");
      double last = first;
      for (int i = 1; i < 40; i++) {
        last = step.run(batch, i, 0).get("loss");
      }

      assertThat(last).isLessThan(first / 2);
      assertThat(run.state.parameters().values())
          .extracting(NDArray::getDataType)
          .containsOnly(DataType.FLOAT32);
    }
  }

  @Test
  void aTrialTimesBothFormatsAndLeavesParametersAsTheyAre() {
    try (ToyRun run = new ToyRun();
        EpochBatches batches = run.loader.epoch(0);
        HostBatch batch = batches.next();
        LayoutTrial trial = new LayoutTrial(run.services().runtime(), run.learner)) {
      Map<String, NDArray> parameters = run.state.parameters();
      String before = Arrays.toString(parameters.get("weight").toFloatArray());

      LayoutTrial.Times times = trial.run(batch);

      assertThat(times.contiguous()).isPositive();
      assertThat(times.channelsLast()).isPositive();
      assertThat(run.state.format()).isEqualTo(MemoryFormat.CHANNELS_LAST);
      assertThat(Arrays.toString(parameters.get("weight").toFloatArray())).isEqualTo(before);
    }
  }

  private static Learner learner(ToyRun run, Precision precision) {
    return new Learner(
        run.learner.algorithm(),
        run.learner.preprocessor(),
        run.state,
        run.services().ops(precision));
  }
}
