package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares losses and their gradients with figures of PyTorch. The figures are the file {@code
 * golden/parts/losses.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. A case whose loss is not there is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LossGoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected LossGoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  @TestFactory
  final Stream<DynamicTest> losses() {
    return GoldenFolder.of(getClass()).part("losses").stream().flatMap(this::cases);
  }

  private Stream<DynamicTest> cases(JsonObject file) {
    return file.getAsJsonArray("cases").asList().stream()
        .map(
            element -> {
              JsonObject each = element.getAsJsonObject();
              return dynamicTest(each.get("name").getAsString(), () -> check(file, each));
            });
  }

  private void check(JsonObject file, JsonObject each) {
    reasonToSkip(each).ifPresent(reason -> abort(reason));
    new LossChecks(plugins, file, each).check();
  }

  private Optional<String> reasonToSkip(JsonObject each) {
    if (each.has("head")) {
      return Optional.of("no bundle here provides " + each.get("head").getAsString());
    }
    if (!each.has("loss")) {
      return Optional.of("it is a formula, not a loss that a bundle provides");
    }
    String type = each.getAsJsonObject("loss").get("type").getAsString();
    if (plugins.catalog().find(Kind.LOSS, type).isEmpty()) {
      return Optional.of("no bundle here provides " + type);
    }
    return each.has("sample_weight")
        ? Optional.of("a loss here takes no weights of samples")
        : Optional.empty();
  }
}
