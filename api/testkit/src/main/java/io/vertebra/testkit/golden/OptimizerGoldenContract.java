package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares optimizers with figures of their references: {@code golden/parts/optimizers.json} among
 * the resources of the test, or below the folder that the system property {@code vertebra.golden}
 * names. A case of an optimizer that is not there is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OptimizerGoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected OptimizerGoldenContract() {}

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
    return GoldenFolder.of(getClass()).part("optimizers").stream().flatMap(this::cases);
  }

  private Stream<DynamicTest> cases(JsonObject file) {
    return Stream.of("cases", "wrapped")
        .filter(file::has)
        .flatMap(section -> file.getAsJsonArray(section).asList().stream())
        .map(JsonElement::getAsJsonObject)
        .map(golden -> dynamicTest(golden.get("name").getAsString(), () -> check(file, golden)));
  }

  private void check(JsonObject file, JsonObject golden) {
    String type = golden.get("type").getAsString();
    assumeTrue(
        plugins.catalog().find(Kind.OPTIMIZER, type).isPresent(),
        () -> "no bundle here provides " + type);
    try (OptimizerCase run = new OptimizerCase(plugins, file, golden)) {
      run.check();
    }
  }
}
