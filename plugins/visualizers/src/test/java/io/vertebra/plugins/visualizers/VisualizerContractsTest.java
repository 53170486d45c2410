package io.vertebra.plugins.visualizers;

import io.vertebra.testkit.LogSinkContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
  final class Mlflow extends LogSinkContract {
    private FakeMlflow server;

    @BeforeEach
    void startServer() throws IOException {
      server = new FakeMlflow();
    }

    @AfterEach
    void stopServer() {
      server.close();
    }

    @Override
    protected String config() {
      return "{type: MLflowVisBackend, tracking_uri: '" + server.address() + "'}";
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
