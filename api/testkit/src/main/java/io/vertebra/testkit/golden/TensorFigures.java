package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.vertebra.testkit.Output;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares an array, in absolute terms, with figures of it: {@code shape}, the {@code first}
 * values, the {@code sum} of all and their L2 norm, {@code l2}.
 *
 * @param json the figures
 */
public record TensorFigures(JsonObject json) {
  /**
   * Compares all figures.
   *
   * @param actual the array
   * @param eachTolerance by how much a value may differ
   * @param sumTolerance by how much the sum may differ
   * @param normTolerance by how much the norm may differ
   */
  public void check(
      Output actual, double eachTolerance, double sumTolerance, double normTolerance) {
    assertThat(actual.shape()).isEqualTo(GoldenFile.shape(json.get("shape")));
    checkValues(actual, 0, GoldenFile.numbers(json.get("first")), eachTolerance);
    assertThat(actual.sum())
        .as("sum")
        .isCloseTo(json.get("sum").getAsDouble(), within(sumTolerance));
    assertThat(actual.norm())
        .as("L2 norm")
        .isCloseTo(json.get("l2").getAsDouble(), within(normTolerance));
  }

  /**
   * Compares values that follow one another.
   *
   * @param actual the array
   * @param from the place of the first of them, row by row
   * @param expected the values
   * @param tolerance by how much each may differ
   */
  public static void checkValues(Output actual, int from, List<Double> expected, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat((double) actual.value(from + i))
          .as("value %d", from + i)
          .isCloseTo(expected.get(i), within(tolerance));
    }
  }

  /**
   * Compares the sums of parts of equal size, one after another from the first value on.
   *
   * @param actual the array
   * @param size how many values a part has
   * @param expected a sum for each part
   * @param tolerance by how much each may differ
   */
  public static void checkSums(Output actual, int size, List<Double> expected, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      double sum = IntStream.range(i * size, (i + 1) * size).mapToDouble(actual::value).sum();
      assertThat(sum).as("sum of part %d", i).isCloseTo(expected.get(i), within(tolerance));
    }
  }
}
