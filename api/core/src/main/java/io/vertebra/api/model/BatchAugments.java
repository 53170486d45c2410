package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Ways to mix the samples of a batch, of which one is drawn for each batch of training, {@code
 * mmpretrain.models.RandomBatchAugment}.
 *
 * @param augments the ways
 * @param probs their probabilities
 * @param offEpoch when mixing ends
 */
public record BatchAugments(
    @Doc("a batch augment such as {type: Mixup, alpha: 0.8}, or a list of which one is drawn")
        Choices augments,
    @Doc(
            "probability of each, together at most 1, the rest of the batches stay; all the same"
                + " by default")
        Optional<DoubleList> probs,
    @Doc("from this epoch on, counted from 0, batches stay as they are; never by default")
        @Range(min = 0)
        Optional<Integer> offEpoch) {
  private static final double ROUNDING = 1e-6;

  /** Checks the probabilities. */
  public BatchAugments {
    List<Double> values = probs.map(DoubleList::values).orElse(List.of());
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    if (values.stream().anyMatch(each -> each < 0) || sum > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "probs is %s: expected numbers of 0 or more, together at most 1".formatted(values));
    }
    if (probs.isPresent() && values.size() != augments.list().size()) {
      throw new IllegalArgumentException(
          "probs has %d numbers, but augments has %d: give one for each"
              .formatted(values.size(), augments.list().size()));
    }
  }

  /**
   * Batch augments, written as a list or, when there is one, as that one.
   *
   * @param list the batch augments
   */
  public record Choices(@Doc("the batch augments") List<BatchAugment> list) {
    /** Checks that there is one. */
    public Choices {
      list = List.copyOf(list);
      if (list.isEmpty()) {
        throw new IllegalArgumentException("augments is an empty list: leave it out");
      }
    }

    /**
     * Makes a list of one.
     *
     * @param only the batch augment
     * @return the list
     */
    @Shorthand
    public static Choices of(BatchAugment only) {
      return new Choices(List.of(only));
    }

    /**
     * Makes a list.
     *
     * @param list the batch augments
     * @return the list
     */
    @Shorthand
    public static Choices of(List<BatchAugment> list) {
      return new Choices(list);
    }
  }

  /**
   * Mixes a batch of training by what is drawn. A batch of a pass without a {@link
   * Context#moment()} stays.
   *
   * @param context the arrays and operations of this pass
   * @param batch one view, N x C x H x W, float32, whose images may be changed in place; targets N
   *     class indices or N x classes
   * @param classes how many classes there are, where it is known; needed for class indices
   * @return the mixed batch, with targets N x classes, or the given one where nothing was drawn
   * @throws IllegalStateException if the batch has several views or tasks, or no targets
   */
  public Batch mix(Context context, Batch batch, OptionalInt classes) {
    Optional<Moment> moment = context.moment();
    if (moment.isEmpty() || offEpoch.filter(off -> moment.get().epoch() >= off).isPresent()) {
      return batch;
    }
    RandomGenerator random = moment.get().random();
    Optional<BatchAugment> drawn = draw(random);
    if (drawn.isEmpty()) {
      return batch;
    }
    return drawn.get().mix(context, withRows(context, batch, classes), random);
  }

  private Optional<BatchAugment> draw(RandomGenerator random) {
    List<BatchAugment> list = augments.list();
    if (probs.isEmpty()) {
      return Optional.of(list.get(random.nextInt(list.size())));
    }
    double draw = random.nextDouble();
    double bound = 0;
    for (int i = 0; i < list.size(); i++) {
      bound += probs.get().values().get(i);
      if (draw < bound) {
        return Optional.of(list.get(i));
      }
    }
    return Optional.empty();
  }

  private static Batch withRows(Context context, Batch batch, OptionalInt classes) {
    if (batch.views().size() != 1 || !batch.taskTargets().isEmpty() || batch.targets() == null) {
      throw new IllegalStateException(
          "batches are mixed that have one view and the classes of one task: leave the batch"
              + " augments out");
    }
    NDArray targets = batch.targets();
    if (targets.getShape().dimension() > 1) {
      return batch;
    }
    int count =
        classes.orElseThrow(
            () ->
                new IllegalStateException(
                    "batches are mixed by rows of classes, but the model does not tell how many classes"
                        + " there are: leave the batch augments out"));
    return batch.withTargets(context.ops().oneHot(targets, count));
  }
}
