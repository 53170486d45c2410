package io.vertebra.plugins.datasets;

import io.vertebra.api.options.Shorthand;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A part of the samples of a data set: a number, which takes that many from the start or, if it is
 * negative, from the end; or a list of indices.
 *
 * @param count how many samples, if they stand together
 * @param list the indices, if they are listed
 */
public record Indices(Optional<Integer> count, List<Integer> list) {
  /** Makes a part that does not change. */
  public Indices {
    list = List.copyOf(list);
  }

  /**
   * Takes samples that stand together.
   *
   * @param count how many from the start; from the end if it is negative
   * @return the part
   */
  @Shorthand
  public static Indices of(int count) {
    return new Indices(Optional.of(count), List.of());
  }

  /**
   * Takes listed samples.
   *
   * @param list their indices
   * @return the part
   */
  @Shorthand
  public static Indices of(List<Integer> list) {
    return new Indices(Optional.empty(), list);
  }

  /**
   * The indices, in order.
   *
   * @param size how many samples there are
   * @throws IllegalArgumentException if there are not that many
   */
  int[] within(int size) {
    if (count.isEmpty()) {
      return list.stream().mapToInt(index -> checked(index, size)).toArray();
    }
    int wanted = count.get();
    if (Math.abs((long) wanted) > size) {
      throw new IllegalArgumentException(
          "indices is %d, but there are only %d samples".formatted(wanted, size));
    }
    return wanted >= 0
        ? IntStream.range(0, wanted).toArray()
        : IntStream.range(size + wanted, size).toArray();
  }

  private static int checked(int index, int size) {
    try {
      return Objects.checkIndex(index, size);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "indices names the sample %d, but there are 0 to %d".formatted(index, size - 1), e);
    }
  }

  /** All indices where no part is wanted. */
  static int[] within(Optional<Indices> part, int size) {
    return part.map(indices -> indices.within(size))
        .orElseGet(() -> IntStream.range(0, size).toArray());
  }
}
