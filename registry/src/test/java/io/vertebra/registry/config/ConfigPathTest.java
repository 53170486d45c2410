package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a.0.b", "\"\"", "a.\".b\".c", "\"x\\\"y\".\"p\\\\. q\"", "a-b._c_"})
  void pathsAreWrittenAsTheyAreRead(String text) {
    assertThat(ConfigPath.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "a.", ".a", "a..b", "\"a", "\"a\"b", "\"a\\\""})
  void malformedPathsAreRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigPath.parse(text))
        .withMessageStartingWith("`" + text + "` is not a path: ");
  }

  @Test
  void segmentsHaveNoQuotes() {
    ConfigPath path = ConfigPath.parse("a.\"b.c\".0");
    assertThat(path.segments()).containsExactly("a", "b.c", "0");
    assertThat(path.last()).isEqualTo("0");
    assertThat(path.parent()).contains(ConfigPath.ROOT.child("a").child("b.c"));
    assertThat(path)
        .isEqualTo(ConfigPath.ROOT.child("a").child("b.c").child(0))
        .hasSameHashCodeAs(ConfigPath.parse("a.\"b.c\".0"));
    assertThat(ConfigPath.ROOT.isRoot()).isTrue();
  }
}
