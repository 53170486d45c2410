package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import io.vertebra.api.train.WeightCopy;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.config.TrainOptions;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.model.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumptionTest {
  private static final int EPOCHS = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7})
  void aRunThatGoesOnEndsWithTheSameBitsWhereverItStood(int iteration) throws IOException {
    Map<String, String> whole = end(1, Optional.empty());

    assertThat(end(1, Optional.of(file(iteration)))).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7})
  void gradientsOfAnUnfinishedWindowAreNotLost(int iteration) throws IOException {
    Map<String, String> whole = end(3, Optional.empty());

    assertThat(end(3, Optional.of(file(iteration)))).isEqualTo(whole);
  }

  @Test
  void aLoopOfIterationsGoesOnInTheMiddleOfAPass() throws IOException {
    Map<String, String> whole;
    Map<String, String> resumed;
    TrainOptions options = TrainOptions.iterations(7, 3);
    try (ToyRun run = new ToyRun()) {
      run.train(folder, options, schedules(), Optional.empty(), new Saving());
      whole = weights(run);
    }
    try (ToyRun run = new ToyRun()) {
      run.train(folder, options, schedules(), Optional.of(file(3)), new Saving());
      resumed = weights(run);
    }
    assertThat(resumed).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void anInterruptedRunLosesNothing(int iteration) throws IOException {
    Map<String, String> whole = end(1, Optional.empty());
    try (ToyRun run = new ToyRun(1, 2 * EPOCHS)) {
      run.train(
          folder,
          epochs(1),
          schedules(),
          Optional.empty(),
          new Stepping(),
          interrupting(run, iteration));
    }
    Path file = folder.resolve("interrupted.safetensors");

    assertThat(LastCheckpoint.in(folder)).contains(file);
    try (ToyRun run = new ToyRun(1, 2 * EPOCHS)) {
      run.train(folder, epochs(1), schedules(), Optional.of(file), new Stepping());
      assertThat(weights(run)).isEqualTo(whole);
      assertThat(run.notes.get(0)).contains(iteration + " iterations are done");
    }
  }

  @Test
  void anInterruptedLoopOfIterationsIsSavedToo() throws IOException {
    try (ToyRun run = new ToyRun()) {
      TrainOptions options = TrainOptions.iterations(7, 3);
      run.train(folder, options, schedules(), Optional.empty(), interrupting(run, 3));
      assertThat(run.saved).containsExactly(folder.resolve("interrupted.safetensors"));
    }
  }

  @Test
  void aRunThatIsInterruptedWhereACheckpointWasTakenWritesNoOther() throws IOException {
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder, epochs(1), schedules(), Optional.empty(), new Saving(), interrupting(run, 3));

      assertThat(LastCheckpoint.in(folder)).contains(file(3));
      assertThat(folder.resolve("interrupted.safetensors")).doesNotExist();
    }
  }

  @Test
  void aRunThatIsInterruptedBeforeItsFirstIterationLeavesNothing() throws IOException {
    try (ToyRun run = new ToyRun()) {
      run.stop.interrupt("too early");
      run.train(folder, epochs(1), schedules(), Optional.empty());

      assertThat(run.saved).isEmpty();
    }
  }

  @Test
  void aRunThatIsInterruptedInAValidationDoesNotRepeatIt() throws IOException {
    try (ToyRun run = new ToyRun()) {
      Hook interrupting =
          new Hook() {
            @Override
            public void beforeVal(Run state) {
              run.stop.interrupt("enough");
            }
          };
      Counting counting = new Counting();
      run.train(folder, epochs(2), schedules(), Optional.empty(), counting, interrupting);
      assertThat(counting.validations).isEqualTo(1);
    }
    try (ToyRun run = new ToyRun()) {
      Counting counting = new Counting();
      Optional<Path> start = LastCheckpoint.in(folder);
      run.train(folder, epochs(2), schedules(), start, counting);

      assertThat(start).contains(folder.resolve("interrupted.safetensors"));
      assertThat(counting.validations).isEqualTo(EPOCHS / 2);
    }
  }

  @Test
  void aRunThatWasAtItsEndSaysSo() throws IOException {
    end(1, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      Optional<Path> last = Optional.of(folder.resolve("epoch_4.safetensors"));
      run.train(folder, epochs(1), schedules(), last, new Saving());

      assertThat(run.notes)
          .contains("nothing is left to train: the run had come to the end that the config says");
    }
  }

  private static TrainOptions epochs(int valInterval) {
    return TrainOptions.epochs(EPOCHS, valInterval);
  }

  private static Hook interrupting(ToyRun run, int iterations) {
    return new Hook() {
      @Override
      public void afterTrainIter(Run state) {
        if (state.progress().iteration() + 1 == iterations) {
          run.stop.interrupt("enough");
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7})
  void averagedWeightsAndThoseOfTrainingBothGoOn(int iteration) throws IOException {
    List<Map<String, String>> whole = averagedEnd(Optional.empty());

    assertThat(whole.get(1)).isNotEqualTo(whole.get(0));
    assertThat(averagedEnd(Optional.of(file(iteration)))).isEqualTo(whole);
  }

  /** The weights of training at the end, and those that the last checkpoint deploys. */
  private List<Map<String, String>> averagedEnd(Optional<Path> start) throws IOException {
    try (ToyRun run = new ToyRun()) {
      TrainOptions options = TrainOptions.epochs(EPOCHS, 1);
      run.train(folder, options, schedules(), start, new Averaging(), new Saving());
      Map<String, String> trained = weights(run);
      try (Checkpoint checkpoint = Checkpoint.open(folder.resolve("epoch_4.safetensors"))) {
        checkpoint.loadInto(run.state, run.services().files());
      }
      return List.of(trained, weights(run));
    }
  }

  @Test
  void aCheckpointThatIsWrittenDuringAValidationDeploysTheAverage() throws IOException {
    Hook saving =
        new Hook() {
          @Override
          public void afterValIter(Run run) {
            Saving.save(run, "swapped", new Position(run.progress().epoch(), 0));
          }
        };
    try (ToyRun run = new ToyRun()) {
      run.train(
          folder,
          TrainOptions.epochs(1, 1),
          schedules(),
          Optional.empty(),
          new Averaging(),
          new Saving(),
          saving);
    }
    assertThat(deployed("swapped")).isEqualTo(deployed("epoch_1"));
  }

  private Map<String, String> deployed(String name) throws IOException {
    try (ToyRun run = new ToyRun();
        Checkpoint checkpoint = Checkpoint.open(folder.resolve(name + Checkpoint.ENDING))) {
      checkpoint.loadInto(run.state, run.services().files());
      return weights(run);
    }
  }

  @Test
  void aRunThatStopsAveragingGoesOnWithItsOwnWeightsAndSaysSo() throws IOException {
    Map<String, String> plain = end(1, Optional.empty());
    averagedEnd(Optional.empty());

    try (ToyRun run = new ToyRun()) {
      TrainOptions options = TrainOptions.epochs(EPOCHS, 1);
      run.train(folder, options, schedules(), Optional.of(file(5)), new Saving());
      assertThat(weights(run)).isEqualTo(plain);
      assertThat(run.notes)
          .contains(
              "the checkpoint has averaged weights, but no hook averages now: they are left out");
    }
  }

  @Test
  void twoHooksDoNotAverageTheSameCopy() throws IOException {
    Hook other =
        new Hook() {
          @Override
          public void beforeRun(Run run) {
            run.weightCopy("Other");
          }
        };
    try (ToyRun run = new ToyRun()) {
      assertThatThrownBy(() -> run.train(folder, 1, 1, List.of(), new Averaging(), other))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Averaging and Other both average the weights");
    }
  }

  @Test
  void skippedImagesAreNotReadAgain() throws IOException {
    end(1, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      List<Integer> seen = new ArrayList<>();
      Hook counter =
          new Hook() {
            @Override
            public void afterTrainIter(Run state) {
              seen.add(state.progress().batch());
            }
          };
      run.train(folder, TrainOptions.epochs(EPOCHS, 9), schedules(), Optional.of(file(7)), counter);
      assertThat(seen).containsExactly(1);
    }
  }

  @Test
  void hooksGetTheirStateBackAndTheReportSaysSo() throws IOException {
    end(1, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      Saving hook = new Saving();
      run.train(folder, TrainOptions.epochs(EPOCHS, 1), schedules(), Optional.of(file(5)), hook);

      assertThat(hook.count).isEqualTo(2 * EPOCHS);
      assertThat(run.notes.get(0)).contains("2 epochs and 5 iterations are done");
      assertThat(run.notes.get(1))
          .contains("2 arrays of the network", "2 arrays of the optimizer", "state of Saving");
      assertThat(run.notes).hasSize(2);
    }
  }

  @Test
  void aFinishedValidationIsNotRepeatedAndOneThatWasCutOffIsMadeUpFor() throws IOException {
    end(1, Optional.empty());

    assertThat(validationsAfterResuming(folder.resolve("epoch_2.safetensors"))).isEqualTo(EPOCHS);
    assertThat(validationsAfterResuming(file(3))).isEqualTo(EPOCHS);
    Files.delete(folder.resolve("epoch_2.validated.json"));
    assertThat(validationsAfterResuming(folder.resolve("epoch_2.safetensors"))).isEqualTo(EPOCHS);
  }

  private int validationsAfterResuming(Path file) throws IOException {
    try (ToyRun run = new ToyRun()) {
      Saving hook = new Saving();
      run.train(folder, TrainOptions.epochs(EPOCHS, 1), schedules(), Optional.of(file), hook);
      return hook.validations;
    }
  }

  @Test
  void aChangedScheduleDoesWhatTheConfigSaysAndIsTold() throws IOException {
    end(1, Optional.empty());
    try (ToyRun run = new ToyRun()) {
      run.train(folder, TrainOptions.epochs(6, 1), List.of(), Optional.of(file(4)), new Saving());

      assertThat(run.notes)
          .contains("lr of group 0 is 0.5 by the config, and was 0.03125")
          .contains("max_iterations is 12, and was 8");
      assertThat(run.optimizer.groups().get(0).hyperParameter("lr")).isEqualTo(0.5);
    }
  }

  @Test
  void aChangedPrecisionIsTold() throws IOException {
    end(1, Optional.empty());
    ToyRun.Settings lower = ToyRun.Settings.of(new ToyAlgorithm()).with(Precision.BFLOAT16);
    try (ToyRun run = new ToyRun(lower)) {
      run.train(
          folder, TrainOptions.epochs(EPOCHS, 1), schedules(), Optional.of(file(4)), new Saving());

      assertThat(run.notes).contains("precision is bfloat16, and was float32");
    }
  }

  @Test
  void aDamagedCheckpointIsNamedAndTheOneBeforeIsUsed() throws IOException {
    end(1, Optional.empty());
    Path last = folder.resolve("epoch_4.safetensors");
    byte[] bytes = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));
    List<String> notes = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void noted(String line) {
            notes.add(line);
          }
        };

    try (Checkpoint newest = new CheckpointSearch(folder, listener).newest().orElseThrow()) {
      assertThat(newest.file()).isEqualTo(file(8));
    }
    assertThat(notes).singleElement().asString().contains("epoch_4", "damaged or incomplete");
  }

  @Test
  void aFolderOfDamagedCheckpointsIsRefused() throws IOException {
    Files.write(folder.resolve("iter_1.safetensors"), new byte[] {1, 2, 3});
    CheckpointSearch search = new CheckpointSearch(folder, new RunListener() {});

    assertThatThrownBy(search::newest)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no checkpoint in " + folder + " is whole");
  }

  private Map<String, String> end(int accumulativeCounts, Optional<Path> start) throws IOException {
    try (ToyRun run = new ToyRun(accumulativeCounts, 2 * EPOCHS)) {
      run.train(folder, TrainOptions.epochs(EPOCHS, 1), schedules(), start, new Saving());
      return weights(run);
    }
  }

  private static Map<String, String> weights(ToyRun run) {
    Map<String, String> weights = new TreeMap<>();
    run.state
        .stateDict()
        .forEach((name, array) -> weights.put(name, Arrays.toString(array.toFloatArray())));
    return weights;
  }

  private Path file(int iteration) {
    return folder.resolve("iter_" + iteration + Checkpoint.ENDING);
  }

  private static List<Schedule> schedules() {
    return List.of(new Halving());
  }

  /** Steps schedules, saves after each iteration and epoch, and counts. */
  private static final class Saving implements Hook {
    private int count;
    private int validations;

    @Override
    public int priority() {
      return Priority.VERY_LOW.value();
    }

    @Override
    public Map<String, Object> state() {
      return Map.of("count", count, "validations", validations);
    }

    @Override
    public void restore(Map<String, Object> state) {
      count = ((Number) state.get("count")).intValue();
      validations = ((Number) state.get("validations")).intValue();
    }

    @Override
    public void afterTrainIter(Run run) {
      count++;
      run.stepSchedules(false);
      long done = run.progress().iteration() + 1;
      save(run, "iter_" + done, new Position(run.progress().epoch(), done));
    }

    @Override
    public void afterTrainEpoch(Run run) {
      int done = run.progress().epoch() + 1;
      save(run, "epoch_" + done, new Position(done, run.progress().iteration()));
    }

    private static void save(Run run, String name, Position position) {
      try {
        run.checkpoints().save(name, position);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void afterValEpoch(Run run, Map<String, Double> metrics) {
      validations++;
    }
  }

  /** Steps schedules and saves nothing. */
  private static final class Stepping implements Hook {
    @Override
    public void afterTrainIter(Run run) {
      run.stepSchedules(false);
    }
  }

  /** Counts validations, over all starts of a run. */
  private static final class Counting implements Hook {
    private int validations;

    @Override
    public Map<String, Object> state() {
      return Map.of("validations", validations);
    }

    @Override
    public void restore(Map<String, Object> state) {
      validations = ((Number) state.get("validations")).intValue();
    }

    @Override
    public void afterValEpoch(Run run, Map<String, Double> metrics) {
      validations++;
    }
  }

  /** Averages after each iteration, and validates the average. */
  private static final class Averaging implements Hook {
    private WeightCopy weights;

    @Override
    public void beforeRun(Run run) {
      weights = run.weightCopy("Averaging");
    }

    @Override
    public void afterTrainIter(Run run) {
      weights.average(0.25, true);
    }

    @Override
    public void beforeVal(Run run) {
      weights.swap();
    }

    @Override
    public void afterVal(Run run) {
      weights.swap();
    }
  }

  /** Halves the rate at every iteration. */
  private static final class Halving implements Schedule {
    @Override
    public ScheduleSpan span() {
      return new ScheduleSpan("lr", false, 0, Optional.empty(), false, false);
    }

    @Override
    public double next(ScheduleStep step) {
      return step.index() == 0 ? step.current() : step.current() / 2;
    }
  }
}
