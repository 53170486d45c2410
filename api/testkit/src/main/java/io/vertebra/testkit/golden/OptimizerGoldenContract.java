package io.vertebra.testkit.golden;

import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares optimizers with figures of their references: {@code golden/parts/optimizers.json} among
 * the resources of the test, or below the folder that the system property {@code vertebra.golden}
 * names. A case of an optimizer that is not there is skipped.
 */
public abstract class OptimizerGoldenContract extends GoldenContract {
  /** Makes the contract. */
  protected OptimizerGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> cases() {
    return part("optimizers").stream()
        .flatMap(
            file ->
                Stream.of("cases", "wrapped")
                    .flatMap(section -> file.tests(section, golden -> check(file.json(), golden))));
  }

  private void check(JsonObject file, JsonObject golden) {
    assumeProvided(Kind.OPTIMIZER, golden.get("type").getAsString());
    try (OptimizerCase run = new OptimizerCase(plugins(), file, golden)) {
      run.check();
    }
  }
}
