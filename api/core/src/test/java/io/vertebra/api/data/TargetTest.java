package io.vertebra.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TargetTest {
  @Test
  void labelsAreThoseThatTheSampleHas() {
    assertThat(Target.of(OptionalInt.empty()).labels()).isEmpty();
    assertThat(Target.of(2).labels()).containsExactly(2);
    assertThat(Target.ofLabels(4, List.of(3, 0)).labels()).containsExactly(0, 3);
    assertThat(new Target.ManyLabels(-1, 0.5f).labels()).containsExactly(1);
  }

  @Test
  void setsAreEqualByTheirValues() {
    float[] values = {1, 0};
    Target.ManyLabels set = new Target.ManyLabels(values);
    values[0] = 0;
    assertThat(set).isEqualTo(Target.ofLabels(2, List.of(0))).hasToString("[1.0, 0.0]");
    assertThat(set).hasSameHashCodeAs(new Target.ManyLabels(1, 0));
  }

  @Test
  void setsKeepZerosAndUnknownClasses() {
    Target.ManyLabels set = new Target.ManyLabels(0, -1, 0, 0.5f);
    assertThat(set).hasToString("[0.0, -1.0, 0.0, 0.5]").isNotEqualTo(new Target.ManyLabels(0, -1));
    assertThat(set.classes()).isEqualTo(4);
    assertThatThrownBy(() -> set.score(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void tasksThatAreNotNamedAreNotKnown() {
    Target.Tasks tasks = new Target.Tasks(Map.of("a", Target.of(1)));
    assertThat(tasks.target("b")).isEqualTo(Target.UNKNOWN);
    assertThat(tasks.labels()).isEmpty();
  }

  @Test
  void impossibleTargetsAreRefused() {
    assertThatThrownBy(() -> Target.of(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Target.ofLabels(2, List.of(2))).hasMessageContaining("no class 2");
    assertThatThrownBy(() -> new Target.Tasks(Map.of("a", new Target.Tasks(Map.of()))))
        .hasMessageContaining("dot between");
  }
}
