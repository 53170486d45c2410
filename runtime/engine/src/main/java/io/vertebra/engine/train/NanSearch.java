package io.vertebra.engine.train;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Moment;
import io.vertebra.engine.data.HostBatch;
import io.vertebra.engine.model.OutputProbe;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Map;
import java.util.Optional;

/** Finds where values that are not finite begin in the pass of a batch. */
final class NanSearch {
  private final Tensors tensors;
  private final Learner learner;

  NanSearch(TorchRuntime runtime, Learner learner) {
    this.tensors = new Tensors(runtime);
    this.learner = learner;
  }

  /**
   * Runs a batch once more, under the random numbers that the caller has set.
   *
   * @return one sentence
   */
  String run(HostBatch hostBatch, Moment moment) {
    return GradMode.OFF.get(
        () -> parameter().map(NanSearch::ofParameter).orElseGet(() -> probe(hostBatch, moment)));
  }

  private Optional<String> parameter() {
    return learner.state().stateDict().entrySet().stream()
        .filter(entry -> !tensors.isFinite(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String ofParameter(String name) {
    return "`%s` of the network holds such values before the batch is seen".formatted(name);
  }

  private String probe(HostBatch hostBatch, Moment moment) {
    try (StepScope scope = new StepScope(learner.state().manager())) {
      Pass pass = learner.pass().at(moment);
      OutputProbe probe = new OutputProbe(pass, tensors, learner.algorithm().tensors());
      Batch batch = learner.prepare(pass, hostBatch, scope.manager());
      for (NDArray view : batch.views()) {
        if (!tensors.isFinite(view)) {
          return "the images hold such values before the network sees them";
        }
      }
      learner.algorithm().loss(probe, batch);
      return probe
          .culprit()
          .map(layer -> "the first output that is not finite is that of " + layer)
          .orElse("the outputs of all layers are finite");
    }
  }
}
