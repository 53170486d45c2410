package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
 * Compares the rate and the weight decay of each parameter of MMPretrain's recipes: {@code
 * golden/parts/paramwise.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. A recipe whose parts are not all there is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ParamwiseGoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected ParamwiseGoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  @TestFactory
  final Stream<DynamicTest> recipes() {
    return GoldenFolder.of(getClass()).part("paramwise").stream()
        .filter(file -> file.has("recipes"))
        .flatMap(file -> file.getAsJsonObject("recipes").entrySet().stream())
        .map(
            recipe ->
                dynamicTest(
                    recipe.getKey(),
                    () -> check(recipe.getKey(), recipe.getValue().getAsJsonObject())));
  }

  private void check(String name, JsonObject recipe) {
    new ParamwiseRecipe(plugins, name, recipe).check();
  }
}
