package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Module;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A head for each of several tasks on the same features, {@code mmpretrain.models.MultiTaskHead}.
 * Each learns from the samples whose target it knows. Its scores are those of all tasks, one after
 * the other. A head of a task may be a {@code MultiTaskHead} itself.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "MultiTaskHead",
    summary = "A head for each of several tasks on the same features")
public final class MultiTaskHead extends Head {
  private final Map<String, Head> heads;

  /**
   * Options of {@link MultiTaskHead}.
   *
   * @param taskHeads the head of each task by its name
   */
  public record Options(@Doc("head of each task by the task's name") Map<String, Head> taskHeads) {
    /** Checks that there is a task, and that each head tells its classes. */
    public Options {
      taskHeads = new LinkedHashMap<>(taskHeads);
      if (taskHeads.isEmpty()) {
        throw new IllegalArgumentException("task_heads is empty: name one task or more");
      }
      taskHeads.forEach(Options::requireClasses);
    }

    private static void requireClasses(String task, Head head) {
      if (head.tasks().isEmpty() && head.numClasses(OptionalInt.empty()).isEmpty()) {
        throw new IllegalArgumentException(
            "the head of the task '%s' does not tell its classes: take one with num_classes, such"
                    .formatted(task)
                + " as LinearClsHead");
      }
    }
  }

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public MultiTaskHead(Options options) {
    this.heads = options.taskHeads();
    addModule("task_heads", new Named(heads));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return context
        .ops()
        .concat(heads.values().stream().map(head -> head.logits(context, features)).toList(), 1);
  }

  @Override
  public NDArray scores(Context context, List<NDArray> features) {
    return context
        .ops()
        .concat(heads.values().stream().map(head -> head.scores(context, features)).toList(), 1);
  }

  /** Fails: a head of several tasks has no targets but those of tasks. */
  @Override
  public Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
    throw new IllegalArgumentException(
        "a MultiTaskHead learns the targets of its tasks %s, but the samples have one label or set"
                .formatted(heads.keySet())
            + " of labels: take a data set of tasks, such as MultiTaskDataset");
  }

  @Override
  public Map<String, NDArray> loss(Context context, List<NDArray> features, Batch batch) {
    if (batch.taskTargets().isEmpty()) {
      return loss(context, features, batch.targets());
    }
    Map<String, NDArray> losses = new LinkedHashMap<>();
    heads.forEach(
        (task, head) ->
            TaskBatch.of(batch, task)
                .loss(context, head, features)
                .forEach((name, value) -> losses.put(task + "_" + name, value)));
    return losses;
  }

  @Override
  public Map<String, Integer> tasks() {
    Map<String, Integer> tasks = new LinkedHashMap<>();
    heads.forEach(
        (task, head) -> {
          head.tasks().forEach((inner, classes) -> tasks.put(task + "." + inner, classes));
          if (head.tasks().isEmpty()) {
            tasks.put(task, head.numClasses(OptionalInt.empty()).orElseThrow());
          }
        });
    return tasks;
  }

  /** The channels that the first head which tells them takes. */
  @Override
  public OptionalInt inChannels() {
    return heads.values().stream()
        .map(Head::inChannels)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElseGet(OptionalInt::empty);
  }

  /** The heads under the names of their tasks. */
  private static final class Named extends Module {
    Named(Map<String, Head> heads) {
      heads.forEach(this::addModule);
    }
  }
}
