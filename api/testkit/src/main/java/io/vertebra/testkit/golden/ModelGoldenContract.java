package io.vertebra.testkit.golden;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares models with figures of PyTorch. The figures are files {@code golden/models/*.json} and
 * {@code golden/training.json} among the resources of the test, or below the folder that the system
 * property {@code vertebra.golden} names. An entry whose parts are not all there is skipped. An
 * entry with the names of another library is that of a backbone which has them, and its own
 * classifier.
 */
public abstract class ModelGoldenContract extends GoldenContract {
  /** Makes the contract. */
  protected ModelGoldenContract() {}

  @TestFactory
  final Stream<DynamicNode> models() {
    return golden()
        .models()
        .map(entry -> node(entry, known -> new ModelChecks(plugins(), known).tests()));
  }

  @TestFactory
  final Stream<DynamicNode> training() {
    return golden()
        .training()
        .map(entry -> node(entry, known -> new TrainingChecks(plugins(), known).tests()));
  }

  private DynamicNode node(GoldenEntry entry, Function<GoldenEntry, Stream<DynamicTest>> checks) {
    Optional<String> reason = reasonToSkip(entry);
    if (reason.isPresent()) {
      return dynamicTest(entry.name(), entry.uri(), () -> abort(reason.get()));
    }
    return dynamicContainer(entry.name(), entry.uri(), checks.apply(entry));
  }

  private Optional<String> reasonToSkip(GoldenEntry entry) {
    return entry.missingType(plugins().catalog()).map(type -> "no bundle here provides " + type);
  }
}
