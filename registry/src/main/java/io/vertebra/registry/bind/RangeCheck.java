package io.vertebra.registry.bind;

import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.ScalarNode;
import io.vertebra.registry.schema.OptionField;

/** Checks the numbers of an option against its range. */
final class RangeCheck {
  private final OptionField field;
  private final Report report;

  RangeCheck(OptionField field, Report report) {
    this.field = field;
    this.report = report;
  }

  void check(ConfigNode node) {
    if (node instanceof ListNode list) {
      list.children().forEach(this::check);
    } else if (node instanceof ScalarNode scalar && scalar.value() instanceof Number number) {
      double value = number.doubleValue();
      if (value < min() || value > max() || (Double.isNaN(value) && isBounded())) {
        report.problem(
            node.origin(),
            "`" + node.path() + "` must be " + bounds() + ", but is " + scalar.text());
      }
    }
  }

  private boolean isBounded() {
    return field.min().isPresent() || field.max().isPresent();
  }

  private double min() {
    return field.min().orElse(Double.NEGATIVE_INFINITY);
  }

  private double max() {
    return field.max().orElse(Double.POSITIVE_INFINITY);
  }

  private String bounds() {
    if (field.max().isEmpty()) {
      return "at least " + plain(min());
    }
    return field.min().isEmpty()
        ? "at most " + plain(max())
        : "from " + plain(min()) + " to " + plain(max());
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
