package io.vertebra.api.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScoreBatchTest {
  private static final Target SET = new Target.ManyLabels(1, -1);

  private static ScoreBatch batch(Target... targets) {
    return new ScoreBatch(new float[2 * targets.length], List.of(targets), Map.of());
  }

  @Test
  void oneLabelIsASetOfOne() {
    ScoreBatch batch = batch(Target.of(1), SET);
    assertThat(batch.target(0)).isEqualTo(1);
    assertThat(batch.relevance(0, 0)).isZero();
    assertThat(batch.relevance(0, 1)).isEqualTo(1);
    assertThat(batch.relevance(1, 1)).isEqualTo(-1);
  }

  @Test
  void targetsMayBeExchanged() {
    ScoreBatch batch = new ScoreBatch(new float[] {1, 2}, List.of(SET), Map.of());
    ScoreBatch other = batch.withTargets(target -> Target.of(1));
    assertThat(other.target(0)).isEqualTo(1);
    assertThat(other.score(0, 1)).isEqualTo(2);
    assertThat(batch.relevance(0, 1)).isEqualTo(-1);
  }

  @Test
  void targetsThatDoNotFitAreNamed() {
    assertThatThrownBy(() -> batch(SET).target(0))
        .hasMessageContaining("has a set of labels")
        .hasMessageContaining("MultiLabelMetric");
    assertThatThrownBy(() -> new ScoreBatch(new float[2], -1).target(0))
        .hasMessageContaining("has no label");
    assertThatThrownBy(() -> batch(new Target.Tasks(Map.of())).relevance(0, 0))
        .hasMessageContaining("has labels of tasks");
    assertThatThrownBy(() -> batch(Target.of(2)).target(0))
        .hasMessageContaining("label of a sample is 2, but only 2 classes");
    assertThatThrownBy(() -> batch(new Target.ManyLabels(1)).relevance(0, 0))
        .hasMessageContaining("of 1 classes, but 2 are scored");
    assertThatThrownBy(() -> new ScoreBatch(new float[3], 0, 1)).hasMessageContaining("3 scores");
  }

  @Test
  void tasksArePartsOfTheScores() {
    Map<String, Integer> tasks = new LinkedHashMap<>();
    tasks.put("a", 1);
    tasks.put("b", 2);
    ScoreBatch batch =
        new ScoreBatch(
            new float[] {1, 2, 3, 4, 5, 6},
            List.of(
                new Target.Tasks(Map.of("a", Target.of(0))),
                new Target.Tasks(Map.of("a", Target.of(0), "b", Target.of(1)))),
            tasks);
    assertThat(batch.task("a").orElseThrow().size()).isEqualTo(2);
    ScoreBatch second = batch.task("b").orElseThrow();
    assertThat(second.size()).isEqualTo(1);
    assertThat(second.score(0, 1)).isEqualTo(6);
    assertThat(second.target(0)).isEqualTo(1);
    assertThatThrownBy(() -> batch.task("c")).hasMessageContaining("'c': the model has [a, b]");
    assertThatThrownBy(() -> new ScoreBatch(new float[2], List.of(SET), tasks))
        .hasMessageContaining("have 3 scores, but there are 2");
  }

  @Test
  void aTableHasRowsOfOneLength() {
    assertThat(Table.column("x", List.of(1.0, 2.0)).rows()).hasSize(2);
    assertThatThrownBy(() -> new Table(List.of("x"), List.of(List.of(1.0, 2.0))))
        .hasMessageContaining("2 values");
  }
}
