package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares metrics with figures of MMPretrain and scikit-learn: {@code golden/parts/metrics.json}
 * among the resources of the test, or below the folder that the system property {@code
 * vertebra.golden} names. Each case is computed by one worker and merged from two. A case whose
 * metric is not there is skipped.
 */
public abstract class MetricGoldenContract extends GoldenContract {
  private static final Set<String> FIELDS = Set.of("name", "metric", "options", "input", "result");
  private static final double PERCENTAGE = 1e-4;

  /** Makes the contract. */
  protected MetricGoldenContract() {}

  /** Figures of MMPretrain. */
  @TestFactory
  final Stream<DynamicTest> cases() {
    return part("metrics").stream()
        .flatMap(file -> file.tests("cases", golden -> check(file.json(), golden)));
  }

  /** Figures of scikit-learn, or of a formula. */
  @TestFactory
  final Stream<DynamicTest> extra() {
    return part("metrics").map(GoldenFile::json).filter(file -> file.has("extra")).stream()
        .flatMap(
            file ->
                file.getAsJsonObject("extra").entrySet().stream()
                    .map(
                        entry ->
                            dynamicTest(
                                entry.getKey(),
                                () -> check(file, entry.getKey(), entry.getValue()))));
  }

  private void check(JsonObject file, JsonObject golden) {
    GoldenFile.checkFields(golden, FIELDS);
    JsonObject config = golden.getAsJsonObject("options").deepCopy();
    config.add("type", golden.get("metric"));
    assumeProvided(Kind.METRIC, golden.get("metric").getAsString());
    MetricFigures figures =
        MetricFigures.compute(
            plugins(),
            config.toString(),
            new MetricInputs(file).of(golden.get("input").getAsString()));
    JsonObject result = golden.getAsJsonObject("result");
    assertThat(figures.names()).isEqualTo(result.keySet());
    for (String name : result.keySet()) {
      figures.check(name, 1, result.get(name), PERCENTAGE);
    }
  }

  private void check(JsonObject file, String name, JsonElement expected) {
    Optional<ExtraMetric> metric = ExtraMetric.of(name, expected);
    assumeTrue(metric.isPresent(), () -> "no metric is known here for " + name);
    assumeProvided(Kind.METRIC, metric.get().type());
    MetricFigures figures =
        MetricFigures.compute(
            plugins(), metric.get().config(), new MetricInputs(file).of(metric.get().input()));
    metric.get().check(figures);
  }
}
