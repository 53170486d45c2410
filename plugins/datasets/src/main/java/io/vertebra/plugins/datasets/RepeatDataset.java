package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Objects;

/**
 * All samples of a data set several times, so that an epoch is longer, {@code
 * mmengine.dataset.RepeatDataset}.
 */
@Plugin(
    kind = Kind.DATASET,
    type = "RepeatDataset",
    summary = "All samples of a data set several times, so that an epoch is longer")
public final class RepeatDataset extends DatasetView {
  private final int sourceSize;
  private final int times;

  /**
   * Options of {@link RepeatDataset}.
   *
   * @param dataset the data set
   * @param times how often
   */
  public record Options(
      @Doc("the data set that is repeated") Factory<Dataset> dataset,
      @Doc("how often an epoch has each sample") @Range(min = 1) int times) {}

  /**
   * Opens the data set.
   *
   * @param options the options
   */
  public RepeatDataset(Options options) {
    this(options.dataset().create(), options.times());
  }

  private RepeatDataset(Dataset source, int times) {
    super(source);
    this.sourceSize = source.size();
    this.times = times;
  }

  @Override
  public int size() {
    return Math.multiplyExact(sourceSize, times);
  }

  @Override
  int sourceIndex(int index) {
    return Objects.checkIndex(index, size()) % sourceSize;
  }
}
