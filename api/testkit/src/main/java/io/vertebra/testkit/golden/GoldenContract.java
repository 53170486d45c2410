package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What every comparison with golden figures has: the parts of the class path, and the figures of
 * the folder {@code golden} among the resources of the test, or of the folder that the system
 * property {@code vertebra.golden} names. Extend it for figures that no contract of this package
 * reads.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected GoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  /**
   * The parts that there are, and what they run on.
   *
   * @return the runtime, closed by the contract
   */
  protected final PluginRuntime plugins() {
    return plugins;
  }

  /** The folder of this test. */
  final GoldenFolder golden() {
    return GoldenFolder.of(getClass());
  }

  /**
   * Reads the figures of a component.
   *
   * @param name the path of the file below {@code parts}, without the ending {@code .json}
   * @return the file, or empty where there is none
   */
  protected final Optional<GoldenFile> part(String name) {
    return golden().part(name);
  }

  /** The entries of a section of a file of figures, none where one of them is missing. */
  final Stream<JsonObject> entries(String part, String section) {
    return part(part).stream().flatMap(file -> file.entries(section));
  }

  /**
   * Skips the test where no bundle of the class path has a part.
   *
   * @param kind the kind of the part
   * @param type its name in configs
   */
  protected final void assumeProvided(Kind kind, String type) {
    assumeTrue(
        plugins.catalog().find(kind, type).isPresent(), () -> "no bundle here provides " + type);
  }
}
