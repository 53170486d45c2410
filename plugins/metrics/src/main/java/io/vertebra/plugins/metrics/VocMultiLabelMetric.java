package io.vertebra.plugins.metrics;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.Optional;

/**
 * {@link MultiLabelMetric} of data with difficult labels, such as PASCAL VOC, {@code
 * mmpretrain.evaluation.VOCMultiLabelMetric}.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "VOCMultiLabelMetric",
    summary = "Precision, recall, F1 and support of sets of labels with difficult ones")
public final class VocMultiLabelMetric extends VocMetric {
  /**
   * Options of {@link VocMultiLabelMetric}.
   *
   * @param labels what is computed of the labels
   * @param difficultAsPositive whether difficult classes count as there
   */
  public record Options(
      @Inline MultiLabelOptions labels,
      @Doc(
              "whether classes that only difficult objects have (-1) count as there (true) or as not"
                  + " there (false); they are left out where it is null")
          Optional<Boolean> difficultAsPositive) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public VocMultiLabelMetric(Options options) {
    super(new MultiLabelMetric(options.labels()), options.difficultAsPositive());
  }
}
