package io.vertebra.plugins.metrics;

import io.vertebra.api.options.ConfigSection;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import java.util.List;
import java.util.Optional;

/**
 * Options of {@link AveragePrecision}.
 *
 * @param average how figures of classes become one; each class has its own where it is empty
 * @param curves the classes whose curves are wanted
 * @param prefix what the names of the figures begin with
 */
@ConfigSection
public record AveragePrecisionOptions(
    @Doc("how figures of classes become one; null for a figure of each class") @Default("macro")
        Optional<ClassAverage> average,
    @Doc("labels of the classes whose precision-recall curves are wanted as tables") @Default("[]")
        List<Integer> curves,
    @Doc("what the names of the figures begin with") @Default("multi-label") String prefix) {
  /** Makes options that do not change. */
  public AveragePrecisionOptions {
    curves = List.copyOf(curves);
  }
}
