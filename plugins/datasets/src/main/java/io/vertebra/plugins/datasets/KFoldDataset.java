package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One part of a data set that is divided for cross-validation: the samples of a fold to test with,
 * or all others to learn from, {@code mmpretrain.datasets.KFoldDataset}. The shuffled order follows
 * from the seed; it is not NumPy's for the same seed.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "KFoldDataset",
    summary = "The samples of one fold of a data set, or all others, for cross-validation")
public final class KFoldDataset extends DatasetView {
  private final int[] indices;

  /**
   * Options of {@link KFoldDataset}.
   *
   * @param dataset the data set
   * @param fold which fold is tested with
   * @param numSplits how many folds there are
   * @param testMode whether the fold is taken, rather than all others
   * @param seed what the order follows from
   */
  public record Options(
      @Doc("the data set that is divided") Factory<Dataset> dataset,
      @Doc("the fold that is tested with, from 0") @Default("0") @Range(min = 0) int fold,
      @Doc("how many folds there are") @Default("5") @Range(min = 2) int numSplits,
      @Doc("take the samples of the fold, and not all others") @Default("false") boolean testMode,
      @Doc("shuffle by this seed before dividing; no shuffling where it is left out")
          Optional<Long> seed) {
    /** Checks that there is such a fold. */
    public Options {
      if (fold >= numSplits) {
        throw new IllegalArgumentException(
            "fold is %d, but there are 0 to %d: check fold and num_splits"
                .formatted(fold, numSplits - 1));
      }
    }
  }

  /**
   * Opens the data set and divides it.
   *
   * @param options the options
   */
  public KFoldDataset(Options options) {
    this(options.dataset().create(), options);
  }

  private KFoldDataset(Dataset source, Options options) {
    super(source);
    int[] order = order(source.size(), options.seed());
    long size = order.length;
    int start = (int) (size * options.fold() / options.numSplits());
    int end = (int) (size * (options.fold() + 1) / options.numSplits());
    this.indices =
        IntStream.range(0, order.length)
            .filter(i -> (i >= start && i < end) == options.testMode())
            .map(i -> order[i])
            .toArray();
  }

  private static int[] order(int size, Optional<Long> seed) {
    int[] order = IntStream.range(0, size).toArray();
    if (seed.isPresent()) {
      SplittableRandom random = new SplittableRandom(seed.get());
      for (int last = size - 1; last > 0; last--) {
        int other = random.nextInt(last + 1);
        int value = order[last];
        order[last] = order[other];
        order[other] = value;
      }
    }
    return order;
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  int sourceIndex(int index) {
    return indices[index];
  }
}
