package io.vertebra.engine.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointDraft;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.file.AtomicFile;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.engine.torch.Tensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes the checkpoints of a run into its work directory. A checkpoint holds the run as it was
 * before the validation of its position; what hooks remember after it is put beside the file as
 * soon as the validation is over, so that a run which is resumed from the file neither loses that
 * validation nor counts it twice.
 *
 * <p>Training waits only until its arrays are copied; a thread of its own writes, one checkpoint at
 * a time. What goes wrong there reaches the run at its next iteration or checkpoint.
 */
final class CheckpointStore implements Checkpoints, AutoCloseable {
  /** The file that names the last checkpoint. */
  static final String LAST = "last_checkpoint";

  private final RunState run;
  private final TrainingSession session;
  private final TensorFiles files;
  private final RunListener listener;
  private final Tensors tensors;
  private final SaveQueue queue = new SaveQueue();
  private final Queue<Path> written = new ConcurrentLinkedQueue<>();
  private final Set<Path> newest = new LinkedHashSet<>();
  private Position newestPosition;
  private Map<String, Object> beforeValidation;

  CheckpointStore(RunState run, TrainingSession session, TensorFiles files, RunListener listener) {
    this.run = run;
    this.session = session;
    this.files = files;
    this.listener = listener;
    this.tensors = new Tensors(session.runtime());
  }

  @Override
  public void save(String name, Position position) throws IOException {
    session.hooks().call(hook -> hook.beforeSaveCheckpoint(run));
    // Two copies of the arrays at a time would be one too many.
    await();
    Path file = file(name);
    NDManager copies = session.runtime().newManager(Device.cpu());
    try {
      CheckpointDraft draft = draft(position, copies);
      queue.add(() -> write(file, draft, copies));
    } catch (IOException | RuntimeException | Error e) {
      copies.close();
      throw e;
    }
    remember(file, position);
  }

  /** Copies the arrays; the copies belong to their owner. */
  private CheckpointDraft draft(Position position, NDManager owner) {
    CheckpointInfo info =
        new CheckpointInfo(
            session.configText(),
            session.classes(),
            session.training().dataset().taskClasses(),
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
      return Checkpoint.draft(
          info, copies(run.weights().stateDict(scope), owner), copies(training, owner), files);
    }
  }

  private Map<String, NDArray> copies(Map<String, NDArray> arrays, NDManager owner) {
    Map<String, NDArray> copies = new LinkedHashMap<>();
    arrays.forEach((name, array) -> copies.put(name, tensors.copyOnHost(owner, array)));
    return copies;
  }

  private void write(Path file, CheckpointDraft draft, NDManager copies) throws IOException {
    try (copies) {
      ValidatedState.delete(file);
      draft.write(file);
    }
    written.add(file);
  }

  /** Of several checkpoints of one position, such as a best one, the first is the last one. */
  private void remember(Path file, Position position) throws IOException {
    if (!position.equals(newestPosition)) {
      byte[] name = file.toString().getBytes(StandardCharsets.UTF_8);
      Path pointer = run.workDirectory().resolve(LAST);
      queue.add(() -> AtomicFile.write(pointer, out -> out.write(ByteBuffer.wrap(name))));
      newest.clear();
      newestPosition = position;
    }
    newest.add(file);
  }

  /** Tells of checkpoints that were written since the last call, and throws what went wrong. */
  void report() throws IOException {
    tell();
    queue.check();
  }

  private void tell() {
    for (Path file = written.poll(); file != null; file = written.poll()) {
      listener.saved(file);
    }
  }

  /** Waits until all is written. */
  void await() throws IOException {
    try {
      queue.await();
    } finally {
      tell();
    }
  }

  /** From here on checkpoints say what was before the validation. */
  void beginValidation() {
    beforeValidation = TrainingSnapshot.take(session, run.schedules());
  }

  /** Puts what is remembered of the validation beside the checkpoints of its position. */
  void endValidation() throws IOException {
    beforeValidation = null;
    if (new Position(run.epoch(), run.iteration()).equals(newestPosition)) {
      byte[] state =
          new ValidatedState(run.lastMetrics(), TrainingSnapshot.take(session, run.schedules()))
              .bytes();
      for (Path file : newest) {
        queue.add(() -> ValidatedState.writeBeside(file, state));
      }
    }
    report();
  }

  @Override
  public void delete(String name) throws IOException {
    Path file = file(name);
    newest.remove(file);
    queue.add(
        () -> {
          Files.deleteIfExists(file);
          ValidatedState.delete(file);
        });
  }

  private Path file(String name) {
    return run.workDirectory().resolve(name + Checkpoint.ENDING);
  }

  /** Waits until all is written; a failure that the run was not told of is thrown. */
  @Override
  public void close() {
    try {
      queue.close();
    } finally {
      tell();
    }
  }
}
