package io.vertebra.plugins.visualizers;

import io.vertebra.testkit.LogSinkContract;
import org.junit.jupiter.api.Nested;

final class VisualizerContractsTest {
  @Nested
  final class Tensorboard extends LogSinkContract {
    @Override
    protected String config() {
      return "{type: TensorboardVisBackend}";
    }
  }

  @Nested
  final class Local extends LogSinkContract {
    @Override
    protected String config() {
      return "{type: LocalVisBackend}";
    }
  }
}
