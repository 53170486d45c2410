package io.vertebra.engine.train;

import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.Hook;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.file.AtomicFile;
import io.vertebra.engine.safetensors.TensorFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the checkpoints of a run into its work directory. */
final class CheckpointStore implements Checkpoints {
  private static final String LAST = "last_checkpoint";

  private final RunState run;
  private final TrainingSession session;
  private final TensorFiles files;
  private final RunListener listener;

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
    CheckpointInfo info =
        new CheckpointInfo(
            session.configText(),
            session.classes(),
            position.epoch(),
            position.iteration(),
            run.lastMetrics(),
            trainingState());
    try (NDManager scope = session.learner().state().manager().newSubManager()) {
      Checkpoint.write(
          file,
          info,
          session.learner().state().stateDict(),
          session.optimizer().group().slotArrays(scope),
          files);
    }
    AtomicFile.write(
        run.workDirectory().resolve(LAST),
        out -> out.write(ByteBuffer.wrap(file.toString().getBytes(StandardCharsets.UTF_8))));
    listener.saved(file);
  }

  private Map<String, Object> trainingState() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("seed", session.seed());
    state.put("updates", session.optimizer().group().step());
    List<Object> hooks = new ArrayList<>();
    for (Hook hook : session.hooks().hooks()) {
      hooks.add(Map.of("class", hook.getClass().getName(), "state", hook.state()));
    }
    state.put("hooks", hooks);
    return state;
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  private Path file(String name) {
    return run.workDirectory().resolve(name + Checkpoint.ENDING);
  }
}
