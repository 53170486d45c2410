package io.vertebra.engine.train;

import io.vertebra.api.train.Schedule;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.config.TrainOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of a few epochs with two iterations each that save after every one of them. */
final class SavedRun {
  static final int EPOCHS = 4;
  static final List<Schedule> HALVING = List.of(new HalvingSchedule());

  private SavedRun() {}

  /** Trains to the end, from a checkpoint if one is given, and gives the weights there. */
  static Map<String, String> end(Path folder, Optional<Path> start) throws IOException {
    return end(folder, 1, start);
  }

  /** The same with an update after several batches. */
  static Map<String, String> end(Path folder, int accumulativeCounts, Optional<Path> start)
      throws IOException {
    try (ToyRun run = new ToyRun(accumulativeCounts, 2 * EPOCHS)) {
      run.train(folder, TrainOptions.epochs(EPOCHS, 1), HALVING, start, new SavingHook());
      return run.weights();
    }
  }

  /** The checkpoint that was taken after an iteration. */
  static Path file(Path folder, int iteration) {
    return folder.resolve("iter_" + iteration + Checkpoint.ENDING);
  }
}
