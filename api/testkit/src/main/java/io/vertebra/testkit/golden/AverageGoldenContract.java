package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares averages of weights with figures of MMEngine and MMPretrain: {@code
 * golden/parts/ema.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. They are computed by a hook of the type EMAHook; without
 * one all cases are skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AverageGoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected AverageGoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  @TestFactory
  final Stream<DynamicTest> cases() {
    return GoldenFolder.of(getClass()).part("ema").stream().flatMap(this::cases);
  }

  private Stream<DynamicTest> cases(JsonObject file) {
    List<JsonElement> cases = file.has("cases") ? file.getAsJsonArray("cases").asList() : List.of();
    return cases.stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            golden ->
                dynamicTest(
                    golden.get("type").getAsString() + golden.get("options"),
                    () -> check(file, golden)));
  }

  private void check(JsonObject file, JsonObject golden) {
    assumeTrue(
        plugins.catalog().find(Kind.HOOK, "EMAHook").isPresent(),
        "no bundle here provides EMAHook");
    try (AverageCase run = new AverageCase(plugins, file, golden)) {
      run.check();
    }
  }
}
