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
 * Compares losses, and heads that are losses, with figures of PyTorch. The figures are the file
 * {@code golden/parts/losses.json} among the resources of the test, or below the folder that the
 * system property {@code vertebra.golden} names. A case whose loss or head is not there is skipped.
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
    LossCase figures = new LossCase(plugins, file.get("key_prefix").getAsString(), each);
    if (each.has("margins")) {
      new MarginHeadChecks(figures).check();
    } else if (each.has("teacher")) {
      new DistillationChecks(figures).check();
    } else {
      new LossChecks(figures).check();
    }
  }

  private Optional<String> reasonToSkip(JsonObject each) {
    if (each.has("head")) {
      return missing(Kind.HEAD, each.get("head").getAsString());
    }
    return each.has("teacher")
        ? missing(Kind.LOSS, DistillationChecks.DIVERGENCE)
        : missing(Kind.LOSS, each.getAsJsonObject("loss").get("type").getAsString());
  }

  private Optional<String> missing(Kind kind, String type) {
    return plugins.catalog().find(kind, type).isEmpty()
        ? Optional.of("no bundle here provides " + type)
        : Optional.empty();
  }
}
