package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares metrics with figures of MMPretrain and scikit-learn: {@code golden/parts/metrics.json}
 * among the resources of the test, or below the folder that the system property {@code
 * vertebra.golden} names. Each case is computed by one worker and merged from two. A case whose
 * metric is not there is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MetricGoldenContract {
  private static final Set<String> FIELDS = Set.of("name", "metric", "options", "input", "result");
  private static final double PERCENTAGE = 1e-4;

  private PluginRuntime plugins;

  /** Makes the contract. */
  protected MetricGoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  private Stream<JsonObject> file() {
    return GoldenFolder.of(getClass()).part("metrics").stream();
  }

  /** Figures of MMPretrain. */
  @TestFactory
  final Stream<DynamicTest> cases() {
    return file()
        .flatMap(
            file ->
                file.getAsJsonArray("cases").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .map(
                        golden ->
                            dynamicTest(
                                golden.get("name").getAsString(), () -> check(file, golden))));
  }

  /** Figures of scikit-learn, or of a formula. */
  @TestFactory
  final Stream<DynamicTest> extra() {
    return file()
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
    assertThat(golden.keySet()).as("fields").isSubsetOf(FIELDS);
    JsonObject config = golden.getAsJsonObject("options").deepCopy();
    config.add("type", golden.get("metric"));
    assumeThere(golden.get("metric").getAsString());
    MetricFigures figures =
        MetricFigures.compute(
            plugins,
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
    assumeThere(metric.get().type());
    MetricFigures figures =
        MetricFigures.compute(
            plugins, metric.get().config(), new MetricInputs(file).of(metric.get().input()));
    metric.get().check(figures);
  }

  private void assumeThere(String type) {
    assumeTrue(
        plugins.catalog().find(Kind.METRIC, type).isPresent(),
        () -> "no bundle here provides " + type);
  }
}
