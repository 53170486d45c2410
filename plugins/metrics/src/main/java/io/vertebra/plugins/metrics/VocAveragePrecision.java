package io.vertebra.plugins.metrics;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;

/**
 * {@link AveragePrecision} of data with difficult labels, such as PASCAL VOC, {@code
 * mmpretrain.evaluation.VOCAveragePrecision}.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "VOCAveragePrecision",
    summary = "Average precision of each class and its mean, with difficult labels")
public final class VocAveragePrecision extends VocMetric {
  /**
   * Options of {@link VocAveragePrecision}.
   *
   * @param labels what is computed of the labels
   * @param difficultAsPositive whether difficult classes count as there
   */
  public record Options(
      @Inline AveragePrecisionOptions labels,
      @Doc(
              "whether classes that only difficult objects have (-1) count as there (true) or as not"
                  + " there (false); they are left out where it is null")
          Optional<Boolean> difficultAsPositive) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public VocAveragePrecision(Options options) {
    super(new AveragePrecision(options.labels()), options.difficultAsPositive());
  }
}
