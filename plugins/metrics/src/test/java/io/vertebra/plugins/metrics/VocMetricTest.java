package io.vertebra.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertebra.api.data.Target;
import io.vertebra.api.metric.Metric;
import io.vertebra.api.metric.ScoreBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The figures are those of MMPretrain 1.2.0 for the same scores and labels. */
final class VocMetricTest {
  private static final ScoreBatch BATCH =
      new ScoreBatch(
          new float[] {0.9f, 0.2f, 0.7f, 0.4f, 0.8f, 0.6f, 0.3f, 0.55f, 0.1f, 0.65f, 0.35f, 0.95f},
          List.of(
              new Target.ManyLabels(1, 0, -1),
              new Target.ManyLabels(-1, 1, 1),
              new Target.ManyLabels(-1, 1, 0),
              new Target.ManyLabels(0, 0, 1)),
          Map.of());

  private static Map<String, Double> figures(Metric metric) {
    Metric.Accumulator accumulator = metric.start();
    accumulator.add(BATCH);
    return accumulator.compute();
  }

  private static Map<String, Double> labels(Boolean positive) {
    MultiLabelOptions options =
        new MultiLabelOptions(
            Optional.empty(),
            Optional.empty(),
            new ItemOptions(
                List.of(Item.PRECISION, Item.RECALL, Item.F1_SCORE), Optional.of(Average.MACRO)),
            "multi-label");
    return figures(
        new VocMultiLabelMetric(
            new VocMultiLabelMetric.Options(options, Optional.ofNullable(positive))));
  }

  private static double averagePrecision(Boolean positive) {
    AveragePrecisionOptions options =
        new AveragePrecisionOptions(Optional.of(ClassAverage.MACRO), List.of(), "multi-label");
    return figures(
            new VocAveragePrecision(
                new VocAveragePrecision.Options(options, Optional.ofNullable(positive))))
        .get("mAP");
  }

  private static void compare(Boolean positive, double precision, double recall, double f1) {
    Map<String, Double> figures = labels(positive);
    assertThat(figures.get("precision")).isCloseTo(precision, within(1e-5));
    assertThat(figures.get("recall")).isCloseTo(recall, within(1e-5));
    assertThat(figures.get("f1-score")).isCloseTo(f1, within(1e-5));
  }

  @Test
  void difficultLabelsAreLeftOutOrCountEitherWay() {
    compare(null, 83.33333587646484, 100, 88.88888549804688);
    compare(true, 83.33333587646484, 77.77777862548828, 80);
    compare(false, 72.22222137451172, 100, 82.22222137451172);
  }

  @Test
  void averagePrecisionLeavesThemOutOrCountsThemEitherWay() {
    assertThat(averagePrecision(null)).isEqualTo(100);
    assertThat(averagePrecision(true)).isCloseTo(93.51851654052734, within(1e-4));
    assertThat(averagePrecision(false)).isCloseTo(94.44445037841797, within(1e-4));
  }
}
