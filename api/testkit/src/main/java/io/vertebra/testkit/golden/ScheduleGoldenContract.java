package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares whole courses of hyper-parameters with figures of MMEngine: {@code
 * golden/parts/schedules.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. A case of a schedule that is not there is skipped.
 */
public abstract class ScheduleGoldenContract extends GoldenContract {
  /** Makes the contract. */
  protected ScheduleGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> cases() {
    return GoldenFile.tests(entries("schedules", "cases"), this::check);
  }

  /** Inverse decay, which MMEngine does not have; its figures are those of the formula. */
  @TestFactory
  final Stream<DynamicTest> inverse() {
    List<JsonObject> all = entries("schedules", "inverse").toList();
    return IntStream.range(0, all.size())
        .mapToObj(i -> dynamicTest("inverse " + i, () -> check(ScheduleCase.inverse(all.get(i)))));
  }

  private void check(JsonObject golden) {
    for (JsonElement config : golden.getAsJsonArray("config")) {
      assumeProvided(Kind.SCHEDULE, config.getAsJsonObject().get("type").getAsString());
    }
    try (ScheduleCase run = new ScheduleCase(plugins(), golden)) {
      run.check();
    }
  }
}
