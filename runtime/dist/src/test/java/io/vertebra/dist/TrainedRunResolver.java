package io.vertebra.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one training to all tests that ask for it, as it takes seconds. */
final class TrainedRunResolver implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TrainedRun.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(TrainedRunResolver.class))
        .getOrComputeIfAbsent(TrainedRun.class, type -> train(), TrainedRun.class);
  }

  private static TrainedRun train() {
    try {
      Distribution distribution = Distribution.assembled();
      return TrainedRun.train(
          distribution,
          Files.createTempDirectory(distribution.home().getParent(), "trained").resolve("work"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    }
  }
}
