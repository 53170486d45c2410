package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.engine.checkpoint.CheckpointDraft;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.safetensors.TensorFiles;
import io.vertebra.engine.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies what a checkpoint holds of a run, so that it can be written while training goes on. */
final class RunCopy {
  private final RunState run;
  private final TrainingSession session;
  private final TensorFiles files;
  private final Tensors tensors;

  RunCopy(RunState run, TrainingSession session, TensorFiles files) {
    this.run = run;
    this.session = session;
    this.files = files;
    this.tensors = new Tensors(session.runtime());
  }

  /**
   * Copies the arrays of a run as they are now.
   *
   * @param position what a resumed run goes on from
   * @param remembered what the run remembers beside its arrays, see {@link TrainingSnapshot}
   * @param owner owns the copies
   */
  CheckpointDraft take(Position position, Map<String, Object> remembered, NDManager owner) {
    CheckpointInfo info =
        new CheckpointInfo(
            session.configText(),
            session.classes(),
            session.training().dataset().taskClasses(),
            position.epoch(),
            position.iteration(),
            run.validation().figures(),
            remembered);
    try (NDManager scope = session.learner().state().manager().newSubManager()) {
      Map<String, NDArray> training =
          new LinkedHashMap<>(session.optimizer().state().arrays(position.iteration(), scope));
      training.putAll(run.weights().beside(scope));
      return CheckpointDraft.of(
          info, copies(run.weights().stateDict(scope), owner), copies(training, owner), files);
    }
  }

  private Map<String, NDArray> copies(Map<String, NDArray> arrays, NDManager owner) {
    Map<String, NDArray> copies = new LinkedHashMap<>();
    arrays.forEach((name, array) -> copies.put(name, tensors.copyOnHost(owner, array)));
    return copies;
  }
}
