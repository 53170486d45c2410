package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.WeightCopy;
import java.util.Map;

/**
 * Averages the weights during training, evaluates the average and lets checkpoints deploy it,
 * {@code mmpretrain.engine.EMAHook}. A run that goes on has both the average and its own weights
 * back.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "EMAHook",
    summary = "Averages weights, evaluates the average and deploys it")
public final class EmaHook implements Hook {
  private static final String ORIGIN = "_origin";

  private final Options options;
  private WeightAverage average;
  private WeightCopy weights;

  /**
   * Options of {@link EmaHook}.
   *
   * @param average how weights are averaged
   * @param beginIter the iteration that averaging begins at
   * @param beginEpoch the epoch that averaging begins at
   * @param evaluateOnEma whether the average is evaluated
   * @param evaluateOnOrigin whether the weights of training are evaluated
   * @param strictLoad accepted, without effect
   */
  public record Options(
      @Inline AverageOptions average,
      @Doc("iteration that averaging begins at; the average equals the weights before")
          @Default("0")
          @Range(min = 0)
          int beginIter,
      @Doc("epoch that averaging begins at, instead of begin_iter") @Default("0") @Range(min = 0)
          int beginEpoch,
      @Doc("evaluate the average") @Default("true") boolean evaluateOnEma,
      @Doc(
              "evaluate the weights of training; their figures end with _origin where the average is"
                  + " evaluated too")
          @Default("false")
          boolean evaluateOnOrigin,
      @Doc("accepted, without effect: loading is always strict") @Default("false")
          boolean strictLoad) {
    /** Checks that there is one beginning, and something to evaluate. */
    public Options {
      if (beginIter != 0 && beginEpoch != 0) {
        throw new IllegalArgumentException(
            "begin_iter and begin_epoch are both set; leave one of them out");
      }
      if (!evaluateOnEma && !evaluateOnOrigin) {
        throw new IllegalArgumentException(
            "evaluate_on_ema and evaluate_on_origin are both false, but something is evaluated: set"
                + " one of them, or leave val_dataloader out");
      }
    }
  }

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public EmaHook(Options options) {
    this.options = options;
    this.average = new WeightAverage(options.average());
  }

  @Override
  public Map<String, Object> state() {
    return average.state();
  }

  @Override
  public void restore(Map<String, Object> state) {
    average.restore(state);
  }

  @Override
  public void beforeRun(Run run) {
    average = new WeightAverage(options.average());
    weights = run.weightCopy("EMAHook");
  }

  @Override
  public void beforeTrain(Run run) {
    Progress progress = run.progress();
    if (options.beginIter() > progress.maxIterations()
        || options.beginEpoch() > progress.maxEpochs()) {
      throw new IllegalArgumentException(
          "EMAHook would never begin: begin_iter is %d of %d, begin_epoch %d of %d"
              .formatted(
                  options.beginIter(),
                  progress.maxIterations(),
                  options.beginEpoch(),
                  progress.maxEpochs()));
    }
  }

  @Override
  public void afterTrainIter(Run run) {
    Progress progress = run.progress();
    boolean begun =
        progress.iteration() + 1 >= options.beginIter()
            && progress.epoch() + 1 >= options.beginEpoch();
    if (begun) {
      average.update(weights, progress.maxIterations());
    } else {
      weights.copy();
    }
  }

  @Override
  public void beforeValEpoch(Run run) {
    beforeEvaluation();
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    afterEvaluation(run);
  }

  @Override
  public void beforeTestEpoch(Run run) {
    beforeEvaluation();
  }

  @Override
  public void afterTestEpoch(Run run, Map<String, Double> metrics) {
    afterEvaluation(run);
  }

  private void beforeEvaluation() {
    if (options.evaluateOnEma()) {
      weights.swap();
    }
  }

  private void afterEvaluation(Run run) {
    if (options.evaluateOnEma()) {
      weights.swap();
      if (options.evaluateOnOrigin()) {
        run.evaluateAgain(ORIGIN);
      }
    }
  }
}
