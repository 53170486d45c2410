package io.vertebra.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vertebra.api.data.Target;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.Metric.Accumulator;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.IntList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OtherMetricsTest {
  private static final ItemOptions ALL =
      new ItemOptions(
          List.of(Item.PRECISION, Item.RECALL, Item.F1_SCORE, Item.SUPPORT),
          Optional.of(Average.MACRO));

  private static Accumulator seen(Metric metric, float[] scores, Target... targets) {
    Accumulator accumulator = metric.start();
    accumulator.add(new ScoreBatch(scores, List.of(targets), Map.of()));
    return accumulator;
  }

  private static Metric multiLabel(Double threshold, Integer rank) {
    return new MultiLabelMetric(
        new MultiLabelOptions(
            Optional.ofNullable(threshold), Optional.ofNullable(rank), ALL, "multi-label"));
  }

  @Test
  void classThatIsNeverPredictedHasNoPrecision() {
    Metric metric =
        new SingleLabelMetric(
            new SingleLabelMetric.Options(
                Optional.of(Thresholds.of(0.0)), ALL, Optional.empty(), "single-label"));
    Map<String, Double> figures =
        seen(metric, new float[] {0.9f, 0.1f, 0.8f, 0.2f}, Target.of(0), Target.of(1)).compute();
    assertThat(figures)
        .containsEntry("precision", 25.0)
        .containsEntry("recall", 50.0)
        .containsEntry("support", 2.0);
  }

  @Test
  void labelIsPredictedAtItsThresholdAndIgnoredWhereNotKnown() {
    Target target = new Target.ManyLabels(1, -1, 0);
    Map<String, Double> figures =
        seen(multiLabel(null, null), new float[] {0.5f, 0.9f, 0.4f}, target).compute();
    assertThat(figures).containsEntry("recall", 100 / 3.0).containsEntry("support", 1.0);
    assertThat(multiLabel(0.25, 7).names().orElseThrow()).startsWith("precision_thr-0.25");
    assertThat(multiLabel(null, 7).names().orElseThrow()).startsWith("precision_top7");
  }

  @Test
  void moreRanksThanClassesAreRefused() {
    assertThatThrownBy(() -> seen(multiLabel(null, 4), new float[3], Target.of(0)))
        .hasMessageContaining("no 4 highest scores of 3");
    Metric recall = new RetrievalRecall(new RetrievalRecall.Options(IntList.of(List.of(5)), "r"));
    assertThatThrownBy(() -> seen(recall, new float[3], Target.of(0)))
        .hasMessageContaining("no 5 highest scores of 3");
    assertThatThrownBy(() -> new RetrievalRecall.Options(IntList.of(List.of(0)), "r"))
        .hasMessageContaining("topk is [0]");
  }

  @Test
  void figuresHaveToBeAskedFor() {
    assertThatThrownBy(() -> new ItemOptions(List.of(), Optional.empty()))
        .hasMessageContaining("items is an empty list");
    assertThatThrownBy(() -> new MultiTasksMetric.Options(Map.of()))
        .hasMessageContaining("task_metrics is empty");
  }

  @Test
  void equalScoresShareARankWhateverTheirOrder() {
    Metric metric =
        new AveragePrecision(
            new AveragePrecisionOptions(Optional.of(ClassAverage.MACRO), List.of(), "multi-label"));
    Target yes = new Target.ManyLabels(1);
    Target no = new Target.ManyLabels(0);
    float[] equal = {0.5f, 0.5f};
    assertThat(seen(metric, equal, yes, no).compute()).containsEntry("mAP", 50.0);
    assertThat(seen(metric, equal, no, yes).compute()).containsEntry("mAP", 50.0);
  }

  @Test
  void curvesAreThoseOfClassesThatThereAre() {
    Metric metric =
        new AveragePrecision(
            new AveragePrecisionOptions(Optional.empty(), List.of(1), "multi-label"));
    assertThatThrownBy(() -> seen(metric, new float[1], new Target.ManyLabels(1)).tables())
        .hasMessageContaining("curves names the class 1, but there are 0 to 0");
  }

  @Test
  void classWithoutOthersHasNoRocCurveAndIsLeftOut() {
    Metric metric =
        new RocAuc(new RocAuc.Options(Optional.of(RocAuc.RocAverage.MACRO), List.of(), "roc"));
    float[] scores = {0.6f, 0.3f, 0.1f, 0.5f, 0.4f, 0.1f};
    assertThat(seen(metric, scores, Target.of(0), Target.of(1)).compute())
        .containsEntry("auc", 1.0);
  }

  @Test
  void noProbabilityAtAllCostsAFiniteLoss() {
    Metric metric = new LogLoss(new LogLoss.Options("probability"));
    assertThat(seen(metric, new float[] {0, 1}, Target.of(0)).compute().get("log_loss"))
        .isCloseTo(16.118, within(1e-3));
  }

  @Test
  void scoresAtTheEdgeOfABinBelongBelow() {
    Metric metric = new CalibrationError(new CalibrationError.Options(4, "probability"));
    Accumulator seen = seen(metric, new float[] {0.5f, 0.25f, 0, 0}, Target.of(0), Target.of(0));
    assertThat(seen.tables().get("reliability").rows())
        .containsExactly(List.of(0.0, 1.0, 1.0, 0.0), List.of(1.0, 1.0, 1.0, 0.5));
    assertThat(seen.compute()).containsEntry("ece", 0.75).containsEntry("mce", 1.0);
  }

  @Test
  void agreementWithoutVarianceIsNone() {
    Metric metric = new MatthewsCorrelation(new MatthewsCorrelation.Options("single-label"));
    assertThat(seen(metric, new float[] {1, 0}, Target.of(0)).compute())
        .containsEntry("matthews", 0.0);
  }

  @Test
  void queryThatNothingMatchesCountsAsZero() {
    Metric metric =
        new RetrievalAveragePrecision(
            new RetrievalAveragePrecision.Options(
                2, RetrievalAveragePrecision.Mode.RANKED, "retrieval"));
    Target none = new Target.ManyLabels(0, 0);
    Target second = new Target.ManyLabels(0, 1);
    assertThat(seen(metric, new float[] {0.2f, 0.1f, 0.2f, 0.1f}, none, second).compute())
        .containsEntry("mAP@2", 25.0);
  }

  @Test
  void taskIsMeasuredOnTheSamplesThatHaveIt() {
    Map<String, Integer> tasks = new LinkedHashMap<>();
    tasks.put("a", 2);
    tasks.put("b", 1);
    Accuracy accuracy =
        new Accuracy(new Accuracy.Options(IntList.of(1), Optional.empty(), "accuracy"));
    Map<String, List<Metric>> metrics = new LinkedHashMap<>();
    metrics.put("a", List.of(accuracy));
    metrics.put("b", List.of(accuracy));
    Metric metric = new MultiTasksMetric(new MultiTasksMetric.Options(metrics));
    assertThat(metric.names()).contains(List.of("a_accuracy/top1", "b_accuracy/top1"));
    Accumulator accumulator = metric.start();
    accumulator.add(
        new ScoreBatch(
            new float[] {0.9f, 0.1f, 1, 0.9f, 0.1f, 1},
            List.of(new Target.Tasks(Map.of("a", Target.of(0))), new Target.Tasks(Map.of())),
            tasks));
    assertThat(accumulator.compute()).containsExactly(Map.entry("a_accuracy/top1", 100.0));
  }
}
