package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares whole courses of hyper-parameters with figures of MMEngine: {@code
 * golden/parts/schedules.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. A case of a schedule that is not there is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ScheduleGoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected ScheduleGoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  @TestFactory
  final Stream<DynamicTest> cases() {
    return section("cases")
        .map(golden -> dynamicTest(golden.get("name").getAsString(), () -> check(golden)));
  }

  /** Inverse decay, which MMEngine does not have; its figures are those of the formula. */
  @TestFactory
  final Stream<DynamicTest> inverse() {
    List<JsonObject> all = section("inverse").toList();
    return IntStream.range(0, all.size())
        .mapToObj(i -> dynamicTest("inverse " + i, () -> check(ScheduleCase.inverse(all.get(i)))));
  }

  private Stream<JsonObject> section(String name) {
    return GoldenFolder.of(getClass()).part("schedules").filter(file -> file.has(name)).stream()
        .flatMap(file -> file.getAsJsonArray(name).asList().stream())
        .map(JsonElement::getAsJsonObject);
  }

  private void check(JsonObject golden) {
    for (JsonElement config : golden.getAsJsonArray("config")) {
      String type = config.getAsJsonObject().get("type").getAsString();
      assumeTrue(
          plugins.catalog().find(Kind.SCHEDULE, type).isPresent(),
          () -> "no bundle here provides " + type);
    }
    try (ScheduleCase run = new ScheduleCase(plugins, golden)) {
      run.check();
    }
  }
}
