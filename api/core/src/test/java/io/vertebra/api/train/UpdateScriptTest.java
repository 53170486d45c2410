package io.vertebra.api.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class UpdateScriptTest {
  @Test
  void scriptsAreEqualByValue() {
    assertThat(new UpdateScript("sgd", "def")).isEqualTo(new UpdateScript("sgd", "def"));
    assertThat(new UpdateScript("sgd", "def")).isNotEqualTo(new UpdateScript("sgd", "other"));
  }

  @Test
  void aMissingResourceIsNamedWithItsPlace() {
    assertThatThrownBy(() -> UpdateScript.of(UpdateScriptTest.class, "sdg"))
        .hasMessageContaining("no script 'sdg.py' beside io.vertebra.api.train.UpdateScriptTest")
        .hasMessageContaining("io/vertebra/api/train among the resources");
  }

  @Test
  void aNameThatIsNoIdentifierIsRefused() {
    assertThatThrownBy(() -> new UpdateScript("my-rule", ""))
        .hasMessageContaining("Python identifier, which 'my-rule' is not");
  }
}
