package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch tells one task.
 *
 * @param batch the images with the targets of the task, or of the tasks within it
 */
record TaskBatch(Batch batch) {
  /** Takes the targets of a task, and those of tasks within it under their own names. */
  static TaskBatch of(Batch batch, String task) {
    String prefix = task + ".";
    Map<String, NDArray> inner = new LinkedHashMap<>();
    batch
        .taskTargets()
        .forEach(
            (name, targets) -> {
              if (name.startsWith(prefix)) {
                inner.put(name.substring(prefix.length()), targets);
              }
            });
    return new TaskBatch(new Batch(batch.views(), batch.taskTargets().get(task), inner, null));
  }

  /** The losses of the samples whose target is known. */
  Map<String, NDArray> loss(Context context, Head head, List<NDArray> features) {
    if (!head.tasks().isEmpty() && !batch.taskTargets().isEmpty()) {
      return head.loss(context, features, batch);
    }
    NDArray targets = batch.targets();
    if (targets == null) {
      return nothing(features);
    }
    NDArray rows = known(targets);
    if (rows.getShape().get(0) == 0) {
      return nothing(features);
    }
    List<NDArray> chosen =
        features.stream().map(feature -> context.ops().selectRows(feature, rows)).toList();
    return head.loss(
        context, chosen, new Batch(batch.views(), context.ops().selectRows(targets, rows)));
  }

  /** The numbers of the samples that have a label, or of which any class is known. */
  private static NDArray known(NDArray targets) {
    NDArray most = targets.getShape().dimension() == 1 ? targets : targets.max(new int[] {1});
    return most.gte(0).nonzero().reshape(-1);
  }

  /** A loss that has gradients, all of them zero, for a batch without a target of the task. */
  private static Map<String, NDArray> nothing(List<NDArray> features) {
    return Map.of("loss", features.get(features.size() - 1).mul(0).sum());
  }
}
