package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Turns features into scores of classes, and knows what to train them by. */
@ExtensionPoint(value = Kind.HEAD, common = NetworkSettings.class)
public abstract class Head extends Module {
  /** Makes a head with nothing in it. */
  protected Head() {}

  /**
   * Computes the logits.
   *
   * @param context the arrays and operations of this pass
   * @param features what neck or backbone gave, from shallow to deep
   * @return N x classes
   */
  public abstract NDArray logits(Context context, List<NDArray> features);

  /**
   * Computes the training objective.
   *
   * @param context the arrays and operations of this pass
   * @param features what neck or backbone gave, from shallow to deep
   * @param targets N, int64 class indices; or N x classes, float32: how much of each class there
   *     is, -1 where that is not known
   * @return scalars by name; those whose name contains {@code loss} are summed and minimised
   */
  public abstract Map<String, NDArray> loss(
      Context context, List<NDArray> features, NDArray targets);

  /**
   * Computes the training objective of a whole batch. The default is that of its targets; a head of
   * several tasks takes {@link Batch#taskTargets()}.
   *
   * @param context the arrays and operations of this pass
   * @param features what neck or backbone gave, from shallow to deep
   * @param batch the images, which are not looked at, and their targets
   * @return scalars by name; those whose name contains {@code loss} are summed and minimised
   */
  public Map<String, NDArray> loss(Context context, List<NDArray> features, Batch batch) {
    return loss(context, features, batch.targets());
  }

  /**
   * The tasks that it scores, where there are several.
   *
   * @return how many scores each task has by its name, in the order of the columns of {@link
   *     #scores}; a task within another is named {@code outer.inner}; empty by default
   */
  public Map<String, Integer> tasks() {
    return Map.of();
  }

  /**
   * Computes the scores of classes.
   *
   * @param context the arrays and operations of this pass
   * @param features what neck or backbone gave, from shallow to deep
   * @return N x classes, float32; what they range over is the head's matter, for one label an image
   *     they are probabilities
   */
  public abstract NDArray scores(Context context, List<NDArray> features);

  /**
   * Tells how many channels the last feature must have. The default does not tell.
   *
   * @return its option {@code in_channels}; empty where it takes any number
   */
  public OptionalInt inChannels() {
    return OptionalInt.empty();
  }

  /**
   * Tells how many classes it scores. The default does not tell.
   *
   * @param channels the channels of the last feature, empty where they are not known; they are the
   *     answer of a head that takes them as logits
   * @return the number, its option {@code num_classes} where it has one
   */
  public OptionalInt numClasses(OptionalInt channels) {
    return OptionalInt.empty();
  }

  /**
   * Trains by another loss from here on. The default refuses.
   *
   * @param loss the loss, without arrays
   * @throws IllegalArgumentException if there is no loss that could be changed
   */
  public void switchLoss(Loss loss) {
    throw new IllegalArgumentException(
        getClass().getSimpleName() + " has no loss that could be changed during a run");
  }
}
