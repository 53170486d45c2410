package io.vertebra.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.metric.Metric.Accumulator;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.IntList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AccuracyTest {
  private static Accumulator start(Thresholds thresholds, Integer... topk) {
    return metric(thresholds, topk).start();
  }

  private static Accuracy metric(Thresholds thresholds, Integer... topk) {
    return new Accuracy(
        new Accuracy.Options(
            IntList.of(List.of(topk)), Optional.ofNullable(thresholds), "accuracy"));
  }

  @Test
  void countsTheClassOfTheSmallerIndexFirstAmongEqualScores() {
    Accumulator counts = start(null, 1, 2);
    counts.add(new ScoreBatch(new float[] {0.4f, 0.4f, 0.2f, 0.4f, 0.4f, 0.2f}, new int[] {0, 1}));
    assertThat(counts.compute()).containsExactly(Map.entry("top1", 50.0), Map.entry("top2", 100.0));
  }

  @Test
  void equalZerosAreEqualWhateverTheirSign() {
    Accumulator counts = start(null, 1);
    counts.add(new ScoreBatch(new float[] {-0f, 0f}, new int[] {0}));
    assertThat(counts.compute()).containsEntry("top1", 100.0);
  }

  @Test
  void scoresThatAreNotANumberWinNothingForTheOthers() {
    Accumulator counts = start(null, 1);
    counts.add(new ScoreBatch(new float[] {Float.NaN, 0.9f}, new int[] {1}));
    assertThat(counts.compute()).containsEntry("top1", 0.0);
  }

  @Test
  void aHitExceedsTheThreshold() {
    ScoreBatch batch = new ScoreBatch(new float[] {0.5f, 0.25f, 0.25f}, new int[] {0});
    Accumulator equal = start(Thresholds.of(0.5), 1);
    equal.add(batch);
    assertThat(equal.compute()).containsExactly(Map.entry("top1", 0.0));
    Accumulator several = start(Thresholds.of(List.of(Optional.empty(), Optional.of(0.4))), 1);
    several.add(batch);
    assertThat(several.compute())
        .containsExactly(Map.entry("top1_no-thr", 100.0), Map.entry("top1_thr-0.40", 100.0));
  }

  @Test
  void refusesWhatCannotBeCounted() {
    assertThatThrownBy(() -> start(null, 1, 1)).hasMessageContaining("topk is [1, 1]");
    assertThatThrownBy(() -> start(null, 0)).hasMessageContaining("1 or more");
    assertThatThrownBy(() -> start(null, 5).add(new ScoreBatch(new float[3], new int[1])))
        .hasMessageContaining("no top-5 accuracy of 3 classes");
    assertThatThrownBy(() -> start(null, 1).compute()).hasMessageContaining("no samples");
    assertThatThrownBy(() -> Thresholds.of(List.of())).hasMessageContaining("thrs");
  }

  @Test
  void tellsItsFiguresBeforehand() {
    assertThat(metric(null, 1, 5).names()).contains(List.of("top1", "top5"));
    Accuracy several = metric(Thresholds.of(List.of(Optional.empty(), Optional.of(0.4))), 1);
    Accumulator counts = several.start();
    counts.add(new ScoreBatch(new float[] {1}, new int[] {0}));
    assertThat(several.names()).contains(List.copyOf(counts.compute().keySet()));
  }
}
