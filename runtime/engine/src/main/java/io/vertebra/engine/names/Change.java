package io.vertebra.engine.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the values of another library lie in an array of ours, beside its name. */
public interface Change {
  /** The values lie as they do in ours. */
  Change NONE = ours -> ours;

  /** Theirs has two more axes of length one, as a convolution has. */
  Change ONE_BY_ONE =
      ours -> {
        List<Long> longer = new ArrayList<>(ours);
        longer.addAll(List.of(1L, 1L));
        return longer;
      };

  /** Theirs has one axis for all. */
  Change FLAT = ours -> List.of(ours.stream().reduce(1L, (a, b) -> a * b));

  /**
   * The shape of theirs.
   *
   * @param ours the shape of ours
   * @return the shape that they save, with as many values
   */
  List<Long> theirShape(List<Long> ours);

  /**
   * The order of the last axis.
   *
   * @param length the length of that axis
   * @return for each place of ours the place of theirs; empty where they are the same
   * @throws IllegalArgumentException if an axis of this length has no such order
   */
  default Optional<int[]> order(int length) {
    return Optional.empty();
  }

  /** Reads what stands behind the bar of a rule. */
  static Change parse(String text) {
    return switch (text) {
      case "" -> NONE;
      case "1x1" -> ONE_BY_ONE;
      case "flat" -> FLAT;
      default -> AxisOrder.parse(text);
    };
  }
}
