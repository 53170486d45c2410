package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.optim.GroupState;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a run that has not begun to where a checkpoint was taken, and tells what was restored.
 * Where the config has another optimizer, schedule or length than the checkpoint, its schedules run
 * through what is done already, so that it does what it says.
 */
final class Resumption {
  private static final List<String> COURSE =
      List.of("optim_wrapper", "param_scheduler", "train_cfg", "auto_scale_lr");

  private final TrainingSession session;
  private final RunState run;
  private final TensorFiles files;
  private final RunListener listener;

  Resumption(TrainingSession session, RunState run, TensorFiles files, RunListener listener) {
    this.session = session;
    this.run = run;
    this.files = files;
    this.listener = listener;
  }

  /**
   * Restores everything.
   *
   * @param checkpoint the checkpoint; stays with the caller
   * @throws IOException if it cannot be read, or is not one of this network and optimizer
   */
  void from(Checkpoint checkpoint) throws IOException {
    CheckpointInfo info = checkpoint.info();
    Optional<ValidatedState> validated = ValidatedState.beside(checkpoint);
    TrainingSnapshot snapshot =
        new TrainingSnapshot(validated.map(ValidatedState::training).orElse(info.training()));
    Position position = new Position(info.epoch(), info.iteration());
    run.weights().load(checkpoint, files);
    session.hooks().call(hook -> hook.afterLoadCheckpoint(run));
    Optional<String> averages = run.weights().loadBeside(checkpoint, files);
    int remembered = loadTraining(checkpoint, position);
    session.optimizer().state().resumeAt(position.iteration(), snapshot.updates());
    session.optimizer().state().restore(snapshot.optimizer());
    List<String> hooks = snapshot.restoreHooks(session.hooks());
    run.store().goesOnFrom(checkpoint.file());
    run.resumeAt(
        position,
        validated.map(ValidatedState::metrics).orElse(info.metrics()),
        validated.isPresent(),
        hasSameCourse(info) ? Optional.of(snapshot.schedules()) : Optional.empty());
    report(checkpoint, position, remembered, hooks);
    if (run.position().atEnd()) {
      listener.noted("nothing is left to train: the run had come to the end that the config says");
    }
    averages.ifPresent(listener::noted);
    changes(snapshot).forEach(listener::noted);
  }

  /** Whether optimizer, schedules and length are those of the checkpoint. */
  private boolean hasSameCourse(CheckpointInfo info) {
    MappingNode before = config(info.config());
    MappingNode now = config(session.configText());
    return COURSE.stream()
        .allMatch(
            key ->
                before
                    .get(key)
                    .map(ConfigNode::toObject)
                    .equals(now.get(key).map(ConfigNode::toObject)));
  }

  private static MappingNode config(String text) {
    return new ConfigLoader().loadText(Path.of("config.yaml"), text, List.of());
  }

  private int loadTraining(Checkpoint checkpoint, Position position) throws IOException {
    try (NDManager scope = session.learner().state().manager().newSubManager()) {
      Map<String, NDArray> arrays = session.optimizer().state().arrays(position.iteration(), scope);
      checkpoint.loadTraining(arrays, files);
      return arrays.size();
    }
  }

  private void report(
      Checkpoint checkpoint, Position position, int remembered, List<String> hooks) {
    listener.noted(
        "resumed from %s: %d epochs and %d iterations are done"
            .formatted(checkpoint.file(), position.epoch(), position.iteration()));
    List<String> restored = new ArrayList<>();
    restored.add(session.learner().state().stateDict().size() + " arrays of the network");
    restored.add(remembered + " arrays of the optimizer");
    restored.add("position in the data");
    restored.add("random generators");
    if (!hooks.isEmpty()) {
      restored.add("state of " + String.join(", ", hooks));
    }
    listener.noted("restored: " + String.join("; ", restored));
  }

  /** What the config changes about the run that goes on. */
  private List<String> changes(TrainingSnapshot snapshot) {
    List<String> changes = new ArrayList<>(snapshot.differences(session));
    List<GroupState> groups = session.optimizer().groups();
    List<Map<String, Double>> before = snapshot.groups();
    if (before.size() != groups.size()) {
      changes.add(
          "parameters are in %d groups, and were in %d".formatted(groups.size(), before.size()));
      return changes;
    }
    for (int i = 0; i < groups.size(); i++) {
      Map<String, Double> now = groups.get(i).hyperParameters().values();
      int group = i;
      before
          .get(i)
          .forEach(
              (name, value) -> {
                if (!value.equals(now.get(name))) {
                  changes.add(
                      "%s of group %d is %s by the config, and was %s"
                          .formatted(name, group, now.get(name), value));
                }
              });
    }
    return changes;
  }
}
