package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Compares models with figures of PyTorch. The figures are files {@code golden/models/*.json} and
 * {@code golden/training.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. An entry whose parts are not all there is skipped. An
 * entry with the names of another library is that of a backbone which has them, and its own
 * classifier.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModelGoldenContract {
  private PluginRuntime plugins;

  /** Makes the contract. */
  protected ModelGoldenContract() {}

  @BeforeAll
  final void openPlugins() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  final void closePlugins() {
    plugins.close();
  }

  @TestFactory
  final Stream<DynamicNode> models() {
    return GoldenFolder.of(getClass())
        .models()
        .map(entry -> node(entry, known -> new ModelChecks(plugins, known).tests()));
  }

  @TestFactory
  final Stream<DynamicNode> training() {
    return GoldenFolder.of(getClass())
        .training()
        .map(entry -> node(entry, known -> new TrainingChecks(plugins, known).tests()));
  }

  private DynamicNode node(GoldenEntry entry, Function<GoldenEntry, Stream<DynamicTest>> checks) {
    Optional<String> reason = reasonToSkip(entry);
    if (reason.isPresent()) {
      return dynamicTest(entry.name(), entry.uri(), () -> abort(reason.get()));
    }
    return dynamicContainer(entry.name(), entry.uri(), checks.apply(entry));
  }

  private Optional<String> reasonToSkip(GoldenEntry entry) {
    return entry.missingType(plugins.catalog()).map(type -> "no bundle here provides " + type);
  }
}
