package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.vertebra.testkit.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares values with figures. */
final class Figures {
  private final double tolerance;

  /** Allows a relative error. */
  Figures(double tolerance) {
    this.tolerance = tolerance;
  }

  void checkLogits(Output logits, JsonObject expected) {
    int classes = (int) logits.shape().get(1);
    JsonArray first = expected.getAsJsonArray("first8");
    JsonArray last = expected.getAsJsonArray("last2");
    for (int image = 0; image < first.size(); image++) {
      int start = image * classes;
      checkVector(logits, start, GoldenFile.numbers(first.get(image)), 0, "first of " + image);
      List<Double> end = GoldenFile.numbers(last.get(image));
      checkVector(logits, start + classes - end.size(), end, 0, "last of " + image);
      assertThat(argmax(logits, start, classes))
          .isEqualTo(expected.getAsJsonArray("argmax").get(image).getAsInt());
    }
    double norm = expected.get("l2").getAsDouble();
    checkNumber(logits.norm(), norm, "L2 norm");
    assertThat(logits.sum())
        .as("sum")
        .isCloseTo(
            expected.get("sum").getAsDouble(),
            within(tolerance * norm * Math.sqrt((double) logits.shape().size())));
  }

  void checkStage(Output feature, JsonObject expected) {
    String name = expected.get("name").getAsString();
    assertThat(feature.shape()).as(name).isEqualTo(GoldenFile.shape(expected.get("shape")));
    long size = feature.shape().size();
    double magnitude = expected.get("mean_abs").getAsDouble();
    List<Double> first = GoldenFile.numbers(expected.get("first4"));
    // A few values may all be small by chance; the error is relative to those of the whole map.
    checkVector(feature, 0, first, magnitude * Math.sqrt(first.size()), name);
    checkNumber(meanMagnitude(feature), magnitude, name + ": mean magnitude");
    assertThat(feature.sum() / size)
        .as("%s: mean", name)
        .isCloseTo(expected.get("mean").getAsDouble(), within(tolerance * magnitude));
  }

  void checkNumbers(Output actual, List<Double> expected, String what) {
    assertThat(actual.shape().size()).as(what).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      checkNumber(actual.value(i), expected.get(i), what + " " + i);
    }
  }

  /** Compares the first values and the sum, with an error relative to a scale. */
  void checkSummary(Output actual, JsonObject expected, double scale, String what) {
    List<Double> first = GoldenFile.numbers(expected.get("first"));
    for (int i = 0; i < first.size(); i++) {
      assertThat((double) actual.value(i))
          .as("%s %d", what, i)
          .isCloseTo(first.get(i), within(tolerance * scale));
    }
    assertThat(actual.sum())
        .as("sum of the %s", what)
        .isCloseTo(
            expected.get("sum").getAsDouble(), within(tolerance * scale * actual.shape().size()));
  }

  void checkNumber(double actual, double expected, String what) {
    assertThat(actual).as(what).isCloseTo(expected, within(tolerance * Math.abs(expected)));
  }

  /** Compares by the L2 norm of the difference, relative to that expected or to a scale. */
  private void checkVector(
      Output values, int from, List<Double> expected, double scale, String what) {
    double error = 0;
    double size = 0;
    List<Float> actual = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      actual.add(values.value(from + i));
      error += Math.pow(actual.get(i) - expected.get(i), 2);
      size += Math.pow(expected.get(i), 2);
    }
    assertThat(Math.sqrt(error))
        .as("%s: error of %s against %s", what, actual, expected)
        .isLessThanOrEqualTo(tolerance * Math.max(scale, Math.sqrt(size)));
  }

  private static double meanMagnitude(Output values) {
    long size = values.shape().size();
    return IntStream.range(0, (int) size).mapToDouble(i -> Math.abs(values.value(i))).sum() / size;
  }

  private static int argmax(Output values, int start, int count) {
    return IntStream.range(0, count)
        .reduce((a, b) -> values.value(start + b) > values.value(start + a) ? b : a)
        .orElseThrow();
  }
}
