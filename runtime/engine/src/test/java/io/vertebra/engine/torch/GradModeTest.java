package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GradModeTest {
  @BeforeEach
  void start() {
    Engines.runtime();
  }

  @Test
  void isOnForTheThreadThatStartedTheEngineAndForOthers() {
    assertThat(GradMode.current()).isEqualTo(GradMode.ON);
    assertThat(CompletableFuture.supplyAsync(GradMode::current).join()).isEqualTo(GradMode.ON);
  }

  @Test
  void isPutBackAfterTheWork() {
    GradMode inside = GradMode.OFF.get(() -> GradMode.ON.get(GradMode::current));
    assertThat(inside).isEqualTo(GradMode.ON);
    assertThat(GradMode.current()).isEqualTo(GradMode.ON);
  }

  @Test
  void isPutBackAfterAFailure() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    assertThatThrownBy(() -> GradMode.OFF.run(failing)).hasMessage("on purpose");
    assertThat(GradMode.current()).isEqualTo(GradMode.ON);
  }
}
