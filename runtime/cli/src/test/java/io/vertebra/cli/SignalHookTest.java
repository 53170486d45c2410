package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SignalHookTest {
  @Test
  void aSignalThatTheSystemHasNotIsRefused() {
    assertThatThrownBy(() -> SignalHook.listen("NONE", () -> {}))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("signals NONE are not told of");
  }
}
