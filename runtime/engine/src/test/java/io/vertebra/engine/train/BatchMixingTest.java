package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.fixture.ToyDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BatchMixingTest {
  private final List<Long> drawn = new ArrayList<>();

  /** Takes a number of the chance of each batch and leaves the batch as it is. */
  private BatchAugment noted() {
    return (context, batch, random) -> {
      drawn.add(random.nextLong());
      return batch;
    };
  }

  private List<Long> draws(long... iterations) {
    drawn.clear();
    try (ToyRun run = new ToyRun();
        EpochBatches batches = run.loader.epoch(0);
        HostBatch batch = batches.next()) {
      Learner mixing =
          new Learner(
              new Mixing(run.learner.algorithm(), noted()),
              run.learner.preprocessor(),
              run.state,
              run.learner.ops());
      TrainingStep step = run.step(mixing);
      for (long iteration : iterations) {
        step.run(batch, iteration, 0);
      }
    }
    return List.copyOf(drawn);
  }

  @Test
  void chanceFollowsFromTheIterationAlone() {
    List<Long> whole = draws(0, 1, 2);
    assertThat(whole).doesNotHaveDuplicates();
    assertThat(draws(2)).containsExactly(whole.get(2));
  }

  @Test
  void batchesAreMixedInTrainingOnly() {
    try (ToyRun run = new ToyRun();
        EpochBatches batches = run.loader.epoch(0);
        HostBatch batch = batches.next();
        StepScope scope = new StepScope(run.state.manager())) {
      Learner mixing =
          new Learner(
              new Mixing(run.learner.algorithm(), noted()),
              run.learner.preprocessor(),
              run.state,
              run.learner.ops());
      mixing.prepare(mixing.pass(), batch, scope.manager());
      assertThat(drawn).isEmpty();
      mixing.prepare(mixing.pass().at(new IterationChance(0, 3).moment(0)), batch, scope.manager());
      assertThat(drawn).hasSize(1);
    }
  }

  @Test
  void whatThePreprocessorSaysComesFirst() {
    DataPreprocessor preprocessor = new MixingPreprocessor(noted());
    BatchAugment unused =
        (context, batch, random) -> {
          throw new IllegalStateException("the preprocessor says how batches are mixed");
        };
    try (ToyRun run = new ToyRun();
        EpochBatches batches = run.loader.epoch(0);
        HostBatch batch = batches.next()) {
      Learner mixing =
          new Learner(
              new Mixing(run.learner.algorithm(), unused),
              preprocessor,
              run.state,
              run.learner.ops());
      run.step(mixing).run(batch, 0, 0);
    }
    assertThat(drawn).hasSize(1);
  }

  private static BatchAugments augments(BatchAugment augment) {
    return new BatchAugments(BatchAugments.Choices.of(augment), Optional.empty(), Optional.empty());
  }

  /** An algorithm that asks for mixed batches. */
  private static final class Mixing extends Algorithm {
    private final Algorithm algorithm;
    private final BatchAugment augment;

    Mixing(Algorithm algorithm, BatchAugment augment) {
      this.algorithm = algorithm;
      this.augment = augment;
    }

    @Override
    public Optional<BatchAugments> batchAugments() {
      return Optional.of(augments(augment));
    }

    @Override
    public Optional<ClassCount> classes() {
      return Optional.of(new ClassCount(ToyDataset.CLASSES, "toy"));
    }

    @Override
    public Map<String, NDArray> loss(Context context, Batch batch) {
      return algorithm.loss(context, batch);
    }

    @Override
    public NDArray scores(Context context, NDArray images) {
      return algorithm.scores(context, images);
    }
  }

  /** A preprocessor that asks for mixed batches. */
  private static final class MixingPreprocessor extends DataPreprocessor {
    private final DataPreprocessor preprocessor = new ToyAlgorithm.Preprocessor();
    private final BatchAugment augment;

    MixingPreprocessor(BatchAugment augment) {
      this.augment = augment;
    }

    @Override
    public Optional<BatchAugments> batchAugments() {
      return Optional.of(augments(augment));
    }

    @Override
    public Batch forward(Context context, Batch batch) {
      return preprocessor.forward(context, batch);
    }

    @Override
    public int channels() {
      return preprocessor.channels();
    }
  }
}
