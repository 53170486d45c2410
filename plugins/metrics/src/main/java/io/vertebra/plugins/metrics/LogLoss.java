package io.vertebra.plugins.metrics;

import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * The mean of minus the natural logarithm of the probability of the true class, {@code
 * sklearn.metrics.log_loss}. Scores are taken as probabilities; one below 1e-7 counts as that much,
 * so that a single sample cannot make the figure infinite.
 */
@Plugin(
    kind = Kind.METRIC,
    type = "LogLoss",
    summary = "Mean of minus the logarithm of the probability of the true class")
public final class LogLoss extends SingleFigure {
  private static final String NAME = "log_loss";
  private static final double SMALLEST = 1e-7;

  /**
   * Options of {@link LogLoss}.
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
  public LogLoss(Options options) {
    super(options.prefix(), NAME);
  }

  @Override
  public Accumulator start() {
    return new MeanOfSamples(NAME) {
      @Override
      double value(ScoreBatch batch, int sample) {
        return -Math.log(Math.max(batch.score(sample, batch.target(sample)), SMALLEST));
      }
    };
  }
}
