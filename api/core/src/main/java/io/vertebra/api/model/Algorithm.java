package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole learner, from prepared images to a loss and to scores. */
@ExtensionPoint(value = Kind.ALGORITHM, common = NetworkSettings.class)
public abstract class Algorithm extends Module {
  /** Makes an algorithm with nothing in it. */
  protected Algorithm() {}

  /**
   * What is done to its batches before it sees them, where its own options say so.
   *
   * @return the preprocessor, which then takes the place of the config's; empty by default
   */
  public Optional<DataPreprocessor> dataPreprocessor() {
    return Optional.empty();
  }

  /**
   * How batches of training are mixed before it sees them, where its options say so and those of
   * the data preprocessor do not.
   *
   * @return the ways to mix; empty by default
   */
  public Optional<BatchAugments> batchAugments() {
    return Optional.empty();
  }

  /**
   * Computes the training objective of a batch.
   *
   * @param context the arrays and operations of this pass
   * @param batch images N x C x H x W float32, and their targets, which are rows of classes where
   *     batches are mixed
   * @return scalars by name; those whose name contains {@code loss} are summed and minimised, the
   *     others are logged
   */
  public abstract Map<String, NDArray> loss(Context context, Batch batch);

  /**
   * Computes the scores of classes.
   *
   * @param context the arrays and operations of this pass
   * @param images N x C x H x W, float32
   * @return N x classes, float32
   */
  public abstract NDArray scores(Context context, NDArray images);

  /**
   * The tasks that it scores, where there are several.
   *
   * @return how many scores each task has by its name, in the order of the columns of {@link
   *     #scores}; empty by default
   */
  public Map<String, Integer> tasks() {
    return Map.of();
  }

  /**
   * Finds options of its parts that do not fit each other, such as the channels of a head and those
   * of its backbone. It is asked before any array is made. The default finds none.
   *
   * @return what does not fit
   */
  public List<Misfit> misfits() {
    return List.of();
  }

  /**
   * Tells how many classes it scores, to be compared with those of the data. The default does not
   * tell.
   *
   * @return the number, and the option that says so
   */
  public Optional<ClassCount> classes() {
    return Optional.empty();
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
