package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares first values with those of MMEngine and MMPretrain: the distribution of each initialiser
 * on a layer, and mean and deviation of each parameter of whole models. The figures are the file
 * {@code golden/parts/init.json} among the resources of the test, or below the folder that the
 * system property {@code vertebra.golden} names. An entry whose parts are not all there is skipped.
 */
public abstract class InitGoldenContract extends GoldenContract {
  /** Makes the contract. */
  protected InitGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> rules() {
    return entries("init", "rules")
        .map(
            rule ->
                dynamicTest(
                    rule.get("type").getAsString() + " " + rule.get("options"),
                    () -> new InitRuleCheck(plugins(), rule).run()));
  }

  @TestFactory
  final Stream<DynamicTest> models() {
    return part("init").map(file -> file.json().getAsJsonObject("models")).stream()
        .flatMap(models -> models.entrySet().stream())
        .map(
            model ->
                dynamicTest(
                    model.getKey(),
                    () -> new InitModelCheck(plugins(), model.getValue().getAsJsonObject()).run()));
  }
}
