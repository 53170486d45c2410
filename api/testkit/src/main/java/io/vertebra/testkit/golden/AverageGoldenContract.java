package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares averages of weights with figures of MMEngine and MMPretrain: {@code
 * golden/parts/ema.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. They are computed by a hook of the type EMAHook; without
 * one all cases are skipped.
 */
public abstract class AverageGoldenContract extends GoldenContract {
  /** Makes the contract. */
  protected AverageGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> cases() {
    return part("ema").stream().flatMap(this::cases);
  }

  private Stream<DynamicTest> cases(GoldenFile file) {
    return file.entries("cases")
        .map(
            golden ->
                dynamicTest(
                    golden.get("type").getAsString() + golden.get("options"),
                    () -> check(file.json(), golden)));
  }

  private void check(JsonObject file, JsonObject golden) {
    assumeProvided(Kind.HOOK, "EMAHook");
    try (AverageCase run = new AverageCase(plugins(), file, golden)) {
      run.check();
    }
  }
}
