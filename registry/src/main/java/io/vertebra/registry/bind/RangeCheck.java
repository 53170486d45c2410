package io.vertebra.registry.bind;

import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.ScalarNode;
import io.vertebra.registry.schema.OptionField;
import java.util.Optional;

/** Checks the numbers of an option against its range. */
final class RangeCheck {
  private final OptionField field;
  private final Report report;

  RangeCheck(OptionField field, Report report) {
    this.field = field;
    this.report = report;
  }

  /** Reports numbers that are out of range, and returns what stands for one of them. */
  Optional<Bound> check(ConfigNode node) {
    if (node instanceof ListNode list) {
      return list.children().stream().map(this::check).flatMap(Optional::stream).toList().stream()
          .findFirst();
    }
    if (node instanceof ScalarNode scalar && scalar.value() instanceof Number number) {
      double value = number.doubleValue();
      if (value < min() || value > max() || (Double.isNaN(value) && isBounded())) {
        String message = "`" + node.path() + "` must be " + bounds() + ", but is " + scalar.text();
        return Optional.of(
            report.refuse(ConfigProblem.of(node.origin(), message).about(node.path())));
      }
    }
    return Optional.empty();
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
