package io.vertebra.engine.train;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointDraft;
import io.vertebra.engine.safetensors.TensorFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  /** The checkpoint of a run that was interrupted, where it stood. */
  static final String INTERRUPTED = "interrupted";

  private final RunState run;
  private final TrainingSession session;
  private final RunListener listener;
  private final RunCopy copy;
  private final SaveQueue queue = new SaveQueue();
  private final Queue<Path> written = new ConcurrentLinkedQueue<>();
  private final Set<Path> newest = new LinkedHashSet<>();
  private Position newestPosition;
  private Map<String, Object> beforeValidation;
  private boolean goesOnFromInterrupted;

  CheckpointStore(RunState run, TrainingSession session, TensorFiles files, RunListener listener) {
    this.run = run;
    this.session = session;
    this.listener = listener;
    this.copy = new RunCopy(run, session, files);
  }

  @Override
  public void save(String name, Position position) throws IOException {
    session.hooks().call(hook -> hook.beforeSaveCheckpoint(run));
    // Two copies of the arrays at a time would be one too many.
    awaitWritten();
    Path file = file(name);
    NDManager copies = session.runtime().newManager(Device.cpu());
    try {
      Map<String, Object> state = remembered();
      CheckpointDraft draft =
          NotEnoughMemoryException.explain(
              MemoryNeed.lasting("the copy from which a checkpoint is written"),
              () -> copy.take(position, state, copies));
      queue.add(() -> write(file, draft, copies));
    } catch (IOException | RuntimeException | Error e) {
      copies.close();
      throw e;
    }
    remember(file, position);
  }

  private Map<String, Object> remembered() {
    return beforeValidation == null
        ? TrainingSnapshot.take(session, run.schedules())
        : beforeValidation;
  }

  /** Saves a run that is interrupted where it stands, unless its position is saved already. */
  void saveInterrupted() {
    Position position = run.position().ofCheckpoint();
    if (position.equals(newestPosition) || position.iteration() == 0) {
      return;
    }
    onFiles(
        () -> {
          save(INTERRUPTED, position);
          if (run.validation().done()) {
            rememberValidation();
          }
        });
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
      queue.add(() -> LastCheckpoint.write(file));
      newest.clear();
      newestPosition = position;
      if (goesOnFromInterrupted && !file.equals(file(INTERRUPTED))) {
        goesOnFromInterrupted = false;
        delete(INTERRUPTED);
      }
    }
    newest.add(file);
  }

  /**
   * Says where the run goes on from. The checkpoint of an interruption is deleted as soon as one
   * that takes its place is written and named as the last one.
   */
  void goesOnFrom(Path checkpoint) {
    goesOnFromInterrupted =
        checkpoint
            .toAbsolutePath()
            .normalize()
            .equals(file(INTERRUPTED).toAbsolutePath().normalize());
  }

  /** Tells of checkpoints that were written since the last call, and throws what went wrong. */
  void report() {
    tell();
    onFiles(queue::check);
  }

  private void tell() {
    for (Path file = written.poll(); file != null; file = written.poll()) {
      listener.saved(file);
    }
  }

  /** Waits until all is written. */
  void await() {
    onFiles(this::awaitWritten);
  }

  private void awaitWritten() throws IOException {
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

  /** From here on checkpoints say what is after the validation. */
  void endValidation() {
    beforeValidation = null;
    if (run.position().ofCheckpoint().equals(newestPosition)) {
      onFiles(this::rememberValidation);
    }
    report();
  }

  /** Puts what is remembered of the validation beside the checkpoints of its position. */
  private void rememberValidation() throws IOException {
    byte[] state =
        new ValidatedState(
                run.validation().figures(), TrainingSnapshot.take(session, run.schedules()))
            .bytes();
    for (Path file : newest) {
      queue.add(() -> ValidatedState.writeBeside(file, state));
    }
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

  private static void onFiles(SaveQueue.Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("A checkpoint cannot be written", e);
    }
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
