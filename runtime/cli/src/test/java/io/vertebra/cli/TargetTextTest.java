package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TargetTextTest {
  private final TargetText text =
      new TargetText(List.of("cat", "dog"), Map.of("look.color", List.of("red", "green")));

  @Test
  void classesAreNamed() {
    assertThat(text.of(Target.of(1))).isEqualTo("dog");
    assertThat(text.of(Target.of(2))).isEqualTo("2");
    assertThat(text.of(new Target.ManyLabels(1, 1, -1))).isEqualTo("cat, dog");
    assertThat(text.of(new Target.ManyLabels(0, 0))).isEqualTo("no class");
    assertThat(text.of(Target.UNKNOWN)).isEqualTo("no label");
  }

  @Test
  void tasksAreNamedBeforeTheirClasses() {
    assertThat(text.of(new Target.Tasks(Map.of("look.color", Target.of(1)))))
        .isEqualTo("look.color: green");
  }
}
