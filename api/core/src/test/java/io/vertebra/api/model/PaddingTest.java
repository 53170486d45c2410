package io.vertebra.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PaddingTest {
  @Test
  void lengthsBecomeTheNextMultiple() {
    assertThat(new Padding(32, 0).padded(32)).isEqualTo(32);
    assertThat(new Padding(32, 0).padded(33)).isEqualTo(64);
    assertThat(new Padding(1, 0).padded(7)).isEqualTo(7);
  }

  @Test
  void nothingIsAMultipleOfZero() {
    assertThatThrownBy(() -> new Padding(0, 0)).hasMessageContaining("divisor is 0");
  }
}
