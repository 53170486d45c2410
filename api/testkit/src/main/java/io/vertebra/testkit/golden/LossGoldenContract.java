package io.vertebra.testkit.golden;

import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares losses, and heads that are losses, with figures of PyTorch. The figures are the file
 * {@code golden/parts/losses.json} among the resources of the test, or below the folder that the
 * system property {@code vertebra.golden} names. A case whose loss or head is not there is skipped.
 */
public abstract class LossGoldenContract extends GoldenContract {
  /** Makes the contract. */
  protected LossGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> losses() {
    return part("losses").stream()
        .flatMap(file -> file.tests("cases", each -> check(file.json(), each)));
  }

  private void check(JsonObject file, JsonObject each) {
    assumeProvided(each);
    LossCase figures = new LossCase(plugins(), file.get("key_prefix").getAsString(), each);
    if (each.has("margins")) {
      new MarginHeadChecks(figures).check();
    } else if (each.has("teacher")) {
      new DistillationChecks(figures).check();
    } else {
      new LossChecks(figures).check();
    }
  }

  private void assumeProvided(JsonObject each) {
    if (each.has("head")) {
      assumeProvided(Kind.HEAD, each.get("head").getAsString());
    } else if (each.has("teacher")) {
      assumeProvided(Kind.LOSS, DistillationChecks.DIVERGENCE);
    } else {
      assumeProvided(Kind.LOSS, each.getAsJsonObject("loss").get("type").getAsString());
    }
  }
}
