package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The mean over samples of the sum over classes of the squared difference between the probability
 * and what is true, 0 to 2 (Brier, Verification of forecasts expressed in terms of probability,
 * 1950).
 */
@Plugin(
    kind = Kind.METRIC,
    type = "BrierScore",
    summary = "Mean squared difference of probabilities and what is true")
public final class BrierScore extends SingleFigure {
  private static final String NAME = "brier";

  /**
   * Options of {@link BrierScore}.
   *
   * @param prefix what the name of the figure begins with
   */
  public record Options(
      @Doc("what the name of the figure begins with") @Default("probability") String prefix) {}

  /**
   * Makes the metric.
   *
   * @param options the options
   */
  public BrierScore(Options options) {
    super(options.prefix(), NAME);
  }

  @Override
  public Accumulator start() {
    return new MeanOfSamples(NAME) {
      @Override
      double value(ScoreBatch batch, int sample) {
        double sum = 0;
        for (int label = 0; label < batch.classes(); label++) {
          double difference = batch.score(sample, label) - batch.relevance(sample, label);
          sum += difference * difference;
        }
        return sum;
      }
    };
  }
}
