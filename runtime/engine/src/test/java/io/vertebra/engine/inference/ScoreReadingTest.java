package io.vertebra.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.inference.Prediction.ClassScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScoreReadingTest {
  @Test
  void theClassesOfOneTaskAreSortedByScore() {
    ScoreReading reading = new ScoreReading(Map.of(), List.of("cat", "dog"), Map.of());
    Prediction prediction = reading.read("a.png", new float[] {0.2f, 0.5f, 0.3f}, 2);
    assertThat(prediction.top())
        .containsExactly(new ClassScore(1, "dog", 0.5f), new ClassScore(2, "2", 0.3f));
    assertThat(prediction.best().name()).isEqualTo("dog");
    assertThat(prediction.hasTasks()).isFalse();
  }

  @Test
  void everyTaskHasClassesOfItsOwn() {
    Map<String, Integer> tasks = new LinkedHashMap<>();
    tasks.put("kind", 2);
    tasks.put("look.color", 3);
    ScoreReading reading =
        new ScoreReading(tasks, List.of(), Map.of("look.color", List.of("red", "green", "blue")));
    Prediction prediction = reading.read("a.png", new float[] {0.1f, 0.9f, 0, 0.25f, 0.75f}, 2);
    assertThat(prediction.hasTasks()).isTrue();
    assertThat(prediction.tasks().keySet()).containsExactly("kind", "look.color");
    assertThat(prediction.top())
        .containsExactly(new ClassScore(1, "1", 0.9f), new ClassScore(0, "0", 0.1f));
    assertThat(prediction.tasks().get("look.color"))
        .containsExactly(new ClassScore(2, "blue", 0.75f), new ClassScore(1, "green", 0.25f));
  }

  @Test
  void aPredictionNamesAClass() {
    assertThatThrownBy(() -> new Prediction("a.png", List.of()))
        .hasMessageContaining("one class at least");
  }
}
