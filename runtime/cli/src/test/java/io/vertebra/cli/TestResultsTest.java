package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.data.Target;
import io.vertebra.engine.train.ImageResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TestResultsTest {
  private static final ImageResult RESULT =
      new ImageResult("a.png", Target.of(0), List.of(0.1f, 0.9f), Map.of());

  @Test
  void resultsThatNobodyWantsAreOnlyCounted() {
    TestResults wanted = new TestResults(true);
    TestResults unwanted = new TestResults(false);
    wanted.image(RESULT);
    unwanted.image(RESULT);
    assertThat(wanted.size()).isEqualTo(1);
    assertThat(wanted.results().entries()).hasSize(1);
    assertThat(unwanted.size()).isEqualTo(1);
    assertThat(unwanted.results().entries()).isEmpty();
  }
}
