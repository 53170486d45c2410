package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A data set whose samples of rare classes come several times, {@code
 * mmengine.dataset.ClassBalancedDataset} (Gupta, Dollar and Girshick, LVIS, 2019, section 5.2): a
 * class that a share f of the samples has is repeated max(1, sqrt(t / f)) times, a sample as often
 * as the most repeated of its classes, rounded up.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "ClassBalancedDataset",
    summary = "A data set whose samples of rare classes come several times")
public final class ClassBalancedDataset extends DatasetView {
  private final int[] indices;

  /**
   * Options of {@link ClassBalancedDataset}.
   *
   * @param dataset the data set
   * @param oversampleThr the share of samples below which a class is repeated
   */
  public record Options(
      @Doc("the data set whose samples come several times") Factory<Dataset> dataset,
      @Doc("share of the samples below which those of a class are repeated") @Range(min = 0)
          double oversampleThr) {}

  /**
   * Opens the data set and counts its classes.
   *
   * @param options the options
   */
  public ClassBalancedDataset(Options options) {
    this(options.dataset().create(), options.oversampleThr());
  }

  private ClassBalancedDataset(Dataset source, double threshold) {
    super(source);
    double[] factors = repeatFactors(source, threshold);
    this.indices =
        IntStream.range(0, factors.length)
            .flatMap(i -> IntStream.generate(() -> i).limit((long) Math.ceil(factors[i])))
            .toArray();
  }

  /** How often each sample is to come, before rounding. */
  static double[] repeatFactors(Dataset source, double threshold) {
    List<List<Integer>> labels =
        IntStream.range(0, source.size()).mapToObj(i -> source.target(i).labels()).toList();
    Map<Integer, Integer> counts = new HashMap<>();
    labels.forEach(each -> each.forEach(label -> counts.merge(label, 1, Integer::sum)));
    double[] factors = new double[labels.size()];
    Arrays.setAll(
        factors,
        i ->
            labels.get(i).stream()
                .mapToDouble(
                    label -> Math.sqrt(threshold / ((double) counts.get(label) / factors.length)))
                .reduce(1, Math::max));
    return factors;
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
