package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.engine.data.DataLoader;
import io.vertebra.engine.data.EpochBatches;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.data.LoaderSettings;
import io.vertebra.engine.fixture.ToyDataset;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainerTest {
  @TempDir private Path folder;

  @Test
  void stagesComeInTheOrderOfMmengine() {
    List<String> stages = new ArrayList<>();
    try (ToyRun run = new ToyRun()) {
      run.train(folder, 2, 2, List.of(), recording(stages));
    }

    List<String> iteration = List.of("beforeTrainIter", "afterTrainIter");
    List<String> validation = List.of("beforeValIter", "afterValIter");
    List<String> expected = new ArrayList<>(List.of("beforeRun", "beforeTrain"));
    for (int epoch = 0; epoch < 2; epoch++) {
      expected.add("beforeTrainEpoch");
      expected.addAll(iteration);
      expected.addAll(iteration);
      expected.add("afterTrainEpoch");
    }
    expected.addAll(List.of("beforeVal", "beforeValEpoch"));
    expected.addAll(validation);
    expected.addAll(validation);
    expected.addAll(List.of("afterValEpoch", "afterVal", "afterTrain"));
    assertThat(stages).isEqualTo(expected);
  }

  @Test
  void theLossFallsAndEverySampleIsValidated() {
    List<Double> losses = new ArrayList<>();
    Hook recorder =
        new Hook() {
          @Override
          public void afterTrainIter(Run run) {
            losses.add(run.scalars().get("loss"));
          }
        };
    try (ToyRun run = new ToyRun()) {
      RunState state = run.train(folder, 20, 1, List.of(), recorder);

      assertThat(losses).hasSize(40);
      assertThat(losses.get(39)).isLessThan(losses.get(0) / 2);
      assertThat(state.validation().figures())
          .containsEntry("count/samples", (double) ToyRun.SAMPLES);
      assertThat(run.dataset.open()).isZero();
    }
  }

  @Test
  void hooksAreToldHowManySamplesEachClassHas() {
    try (ToyRun run = new ToyRun()) {
      RunState state = run.train(folder, 1, 1, List.of());

      assertThat(state.samplesPerClass()).containsExactly(4, 4, 4);
    }
  }

  @Test
  void twoRunsWithOneSeedEndWithTheSameBits() {
    assertThat(weightsAfterTraining()).isEqualTo(weightsAfterTraining());
  }

  @Test
  void aRunThatAHookStopsEndsAfterThePresentIteration() {
    Hook stopper =
        new Hook() {
          @Override
          public void afterTrainIter(Run run) {
            if (run.progress().iteration() == 2) {
              run.stop("enough");
            }
          }
        };
    try (ToyRun run = new ToyRun()) {
      RunState state = run.train(folder, 10, 1, List.of(), stopper);

      assertThat(state.progress().iteration()).isEqualTo(3);
      assertThat(state.progress().epoch()).isEqualTo(1);
    }
  }

  @Test
  void colourImagesForANetworkOfGreyOnesAreRefusedWithWhatToDo() {
    LoaderSettings settings = new LoaderSettings(2, 1, false, LoaderSettings.Unreadable.FAIL, 0);
    try (ToyRun run = new ToyRun();
        DataLoader colour =
            new DataLoader(new ToyDataset(2, 3), epoch -> new int[] {0, 1}, settings);
        EpochBatches batches = colour.epoch(0);
        HostBatch batch = batches.next()) {
      TrainingStep step = run.step(run.learner);

      assertThatThrownBy(() -> step.run(batch, 0, 0))
          .hasMessageContaining("image-0 leaves the pipeline with 3 channels")
          .hasMessageContaining("color_type: grayscale");
    }
  }

  @Test
  void imagesOfSeveralSizesAreRefusedWhereTheyAreNotPadded() {
    LoaderSettings settings = new LoaderSettings(2, 1, false, LoaderSettings.Unreadable.FAIL, 0);
    try (ToyRun run = new ToyRun();
        DataLoader mixed = new DataLoader(new ToyDataset(2), epoch -> new int[] {0, 2}, settings);
        EpochBatches batches = mixed.epoch(0);
        HostBatch batch = batches.next()) {
      TrainingStep step = run.step(run.learner);

      assertThatThrownBy(() -> step.run(batch, 0, 0))
          .hasMessageContaining("image-2 leaves the pipeline with 5 x 5 pixels");
    }
  }

  @Test
  void hooksRunByPriorityAndThenInTheirOrder() {
    List<String> calls = new ArrayList<>();
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder,
          1,
          1,
          List.of(),
          named("late", 90, calls),
          named("first", 50, calls),
          named("second", 50, calls));
    }
    assertThat(calls).containsExactly("first", "second", "late");
  }

  private Map<String, String> weightsAfterTraining() {
    try (ToyRun run = new ToyRun()) {
      run.train(folder, 3, 1, List.of());
      return run.weights();
    }
  }

  private static Hook named(String name, int priority, List<String> calls) {
    return new Hook() {
      @Override
      public int priority() {
        return priority;
      }

      @Override
      public void beforeTrain(Run run) {
        calls.add(name);
      }
    };
  }

  private static Hook recording(List<String> stages) {
    return (Hook)
        Proxy.newProxyInstance(
            TrainerTest.class.getClassLoader(),
            new Class<?>[] {Hook.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("priority")) {
                return 50;
              }
              if (method.getName().equals("state")) {
                return Map.of();
              }
              stages.add(method.getName());
              return null;
            });
  }
}
