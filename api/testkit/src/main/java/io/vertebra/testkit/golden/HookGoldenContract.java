package io.vertebra.testkit.golden;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares when hooks are called with MMEngine's runner: {@code golden/parts/hooks.json} among the
 * resources of the test, or below the folder that the system property {@code vertebra.golden}
 * names. The default hooks come from the bundles on the class path.
 */
public abstract class HookGoldenContract extends GoldenContract {
  @TempDir Path folder;

  /** Makes the contract. */
  protected HookGoldenContract() {}

  @TestFactory
  final Stream<DynamicTest> cases() {
    return GoldenFile.tests(entries("hooks", "cases"), this::check);
  }

  private void check(JsonObject golden) throws IOException {
    Path own = Files.createTempDirectory(folder, "run");
    new HookCase(plugins(), golden, own).check();
  }
}
