package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
 * Compares first values with those of MMEngine and MMPretrain: the distribution of each initialiser
 * on a layer, and mean and deviation of each parameter of whole models. The figures are the file
 * {@code golden/parts/init.json} among the resources of the test, or below the folder that the
 * system property {@code vertebra.golden} names. An entry whose parts are not all there is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InitGoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected InitGoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  @TestFactory
  final Stream<DynamicTest> rules() {
    return entries("rules").getAsJsonArray().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            rule ->
                dynamicTest(
                    rule.get("type").getAsString() + " " + rule.get("options"),
                    () -> new InitRuleCheck(plugins, rule).run()));
  }

  @TestFactory
  final Stream<DynamicTest> models() {
    return entries("models").getAsJsonObject().entrySet().stream()
        .map(
            model ->
                dynamicTest(
                    model.getKey(),
                    () ->
                        new InitModelCheck(
                                plugins, model.getKey(), model.getValue().getAsJsonObject())
                            .run()));
  }

  private JsonElement entries(String section) {
    return GoldenFolder.of(getClass())
        .part("init")
        .map(file -> file.get(section))
        .orElseGet(() -> section.equals("rules") ? new JsonArray() : new JsonObject());
  }
}
