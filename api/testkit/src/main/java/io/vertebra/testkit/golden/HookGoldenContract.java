package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares when hooks are called with MMEngine's runner: {@code golden/parts/hooks.json} among the
 * resources of the test, or below the folder that the system property {@code vertebra.golden}
 * names. The default hooks come from the bundles on the class path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HookGoldenContract {
  @TempDir Path folder;

  private PluginRuntime plugins;

  /** Makes the contract. */
  protected HookGoldenContract() {}

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
    return GoldenFolder.of(getClass()).part("hooks").stream().flatMap(this::cases);
  }

  private Stream<DynamicTest> cases(JsonObject file) {
    List<JsonElement> cases = file.has("cases") ? file.getAsJsonArray("cases").asList() : List.of();
    return cases.stream()
        .map(JsonElement::getAsJsonObject)
        .map(golden -> dynamicTest(golden.get("name").getAsString(), () -> check(golden)));
  }

  private void check(JsonObject golden) throws IOException {
    Path own = Files.createTempDirectory(folder, "run");
    new HookCase(plugins, golden, own).check();
  }
}
