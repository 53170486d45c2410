package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the rate and the weight decay of each parameter of MMPretrain's recipes: {@code
 * golden/parts/paramwise.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. A recipe whose parts are not all there is skipped.
 */
public abstract class ParamwiseGoldenContract extends GoldenContract {
  /** Makes the contract. */
  protected ParamwiseGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> recipes() {
    return part("paramwise").map(file -> file.json().getAsJsonObject("recipes")).stream()
        .flatMap(recipes -> recipes.entrySet().stream())
        .map(
            recipe ->
                dynamicTest(
                    recipe.getKey(),
                    () ->
                        new ParamwiseRecipe(plugins(), recipe.getValue().getAsJsonObject())
                            .check()));
  }
}
