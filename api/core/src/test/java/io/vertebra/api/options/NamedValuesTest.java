package io.vertebra.api.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NamedValuesTest {
  private final NamedValues<List<Integer>> values =
      new NamedValues<List<Integer>>("arch", "depths")
          .with(List.of(2, 2), "t", "tiny")
          .with(List.of(3, 3), "B1g2");

  @Test
  void aValueIsFoundByEachOfItsNamesInAnyCase() {
    assertThat(values.get("t")).isEqualTo(List.of(2, 2));
    assertThat(values.get("Tiny")).isEqualTo(List.of(2, 2));
    assertThat(values.get("b1g2")).isEqualTo(List.of(3, 3));
  }

  @Test
  void aNameThatIsUnknownIsRefusedWithAllThatThereAre() {
    assertThatThrownBy(() -> values.get("huge"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("arch is 'huge', but must be one of [t, tiny, B1g2] or a mapping with depths");
  }

  @Test
  void aNameIsGivenOnce() {
    assertThatThrownBy(() -> values.with(List.of(4), "tiny"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'tiny' has a value already");
  }

  @Test
  void aTableStaysAsItIsWhenAnotherIsMadeOfIt() {
    values.with(List.of(4), "huge");

    assertThatThrownBy(() -> values.get("huge")).isInstanceOf(IllegalArgumentException.class);
  }
}
