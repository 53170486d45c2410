package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.file.AtomicFile;
import io.vertebra.engine.safetensors.TensorFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes the checkpoints of a run into its work directory. A checkpoint holds the run as it was
 * before the validation of its position; what hooks remember after it is put beside the file as
 * soon as the validation is over, so that a run which is resumed from the file neither loses that
 * validation nor counts it twice.
 */
final class CheckpointStore implements Checkpoints {
  /** The file that names the last checkpoint. */
  static final String LAST = "last_checkpoint";

  private final RunState run;
  private final TrainingSession session;
  private final TensorFiles files;
  private final RunListener listener;
  private final Set<Path> newest = new LinkedHashSet<>();
  private Position newestPosition;
  private Map<String, Object> beforeValidation;

  CheckpointStore(RunState run, TrainingSession session, TensorFiles files, RunListener listener) {
    this.run = run;
    this.session = session;
    this.files = files;
    this.listener = listener;
  }

  @Override
  public void save(String name, Position position) throws IOException {
    session.hooks().call(hook -> hook.beforeSaveCheckpoint(run));
    Path file = file(name);
    ValidatedState.delete(file);
    write(file, position);
    remember(file, position);
    listener.saved(file);
  }

  private void write(Path file, Position position) throws IOException {
    CheckpointInfo info =
        new CheckpointInfo(
            session.configText(),
            session.classes(),
            position.epoch(),
            position.iteration(),
            run.lastMetrics(),
            beforeValidation == null
                ? TrainingSnapshot.take(session, run.schedules())
                : beforeValidation);
    try (NDManager scope = session.learner().state().manager().newSubManager()) {
      Map<String, NDArray> training =
          new LinkedHashMap<>(session.optimizer().arrays(position.iteration(), scope));
      training.putAll(run.weights().beside(scope));
      Checkpoint.write(file, info, run.weights().stateDict(scope), training, files);
    }
  }

  /** Of several checkpoints of one position, such as a best one, the first is the last one. */
  private void remember(Path file, Position position) throws IOException {
    if (!position.equals(newestPosition)) {
      AtomicFile.write(
          run.workDirectory().resolve(LAST),
          out -> out.write(ByteBuffer.wrap(file.toString().getBytes(StandardCharsets.UTF_8))));
      newest.clear();
      newestPosition = position;
    }
    newest.add(file);
  }

  /** From here on checkpoints say what was before the validation. */
  void beginValidation() {
    beforeValidation = TrainingSnapshot.take(session, run.schedules());
  }

  /** Puts what is remembered of the validation beside the checkpoints of its position. */
  void endValidation() throws IOException {
    beforeValidation = null;
    if (new Position(run.epoch(), run.iteration()).equals(newestPosition)) {
      ValidatedState state =
          new ValidatedState(run.lastMetrics(), TrainingSnapshot.take(session, run.schedules()));
      for (Path file : newest) {
        state.writeBeside(file);
      }
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Path file = file(name);
    newest.remove(file);
    Files.deleteIfExists(file);
    ValidatedState.delete(file);
  }

  private Path file(String name) {
    return run.workDirectory().resolve(name + Checkpoint.ENDING);
  }
}
