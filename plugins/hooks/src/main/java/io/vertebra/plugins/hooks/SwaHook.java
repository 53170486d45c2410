package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import io.vertebra.api.train.WeightCopy;
import java.util.Map;
import java.util.Optional;

/**
 * Averages the weights at the ends of epochs and estimates the statistics of batch norms anew for
 * the average, which evaluations use and checkpoints deploy (Izmailov et al., Averaging Weights
 * Leads to Wider Optima and Better Generalization, 2018, algorithm 1). The learning rate of the
 * averaged epochs is a matter of {@code param_scheduler}.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "SWAHook",
    summary = "Averages weights of epochs, with statistics of their own")
public final class SwaHook implements Hook {
  private static final String AVERAGED = "averaged";

  private final Options options;
  private WeightCopy weights;
  private int averaged;

  /**
   * Options of {@link SwaHook}.
   *
   * @param beginEpoch the first epoch whose weights are averaged
   * @param interval epochs from one update of the average to the next
   * @param bnSamples how many samples the statistics of batch norms come from
   */
  public record Options(
      @Doc("first epoch whose weights are averaged, from 1") @Range(min = 1) int beginEpoch,
      @Doc("epochs from one update of the average to the next") @Default("1") @Range(min = 1)
          int interval,
      @Doc(
              "samples of the training data that statistics of batch norms come from; all where it"
                  + " is left out")
          @Range(min = 1)
          Optional<Integer> bnSamples) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public SwaHook(Options options) {
    this.options = options;
  }

  @Override
  public Map<String, Object> state() {
    return Map.of(AVERAGED, averaged);
  }

  @Override
  public void restore(Map<String, Object> state) {
    averaged = ((Number) state.get(AVERAGED)).intValue();
  }

  @Override
  public void beforeRun(Run run) {
    averaged = 0;
    weights = run.weightCopy("SWAHook");
  }

  @Override
  public void beforeTrain(Run run) {
    if (options.beginEpoch() > run.progress().maxEpochs()) {
      throw new IllegalArgumentException(
          "SWAHook would never begin: begin_epoch is %d, but there are %d epochs"
              .formatted(options.beginEpoch(), run.progress().maxEpochs()));
    }
  }

  @Override
  public void afterTrainIter(Run run) {
    if (averaged == 0) {
      weights.copy();
    }
  }

  @Override
  public void afterTrainEpoch(Run run) {
    int since = run.progress().epoch() + 1 - options.beginEpoch();
    if (since < 0 || since % options.interval() != 0) {
      return;
    }
    weights.average(1.0 / (averaged + 1), false);
    averaged++;
    weights.swap();
    run.estimateBatchStatistics(options.bnSamples().orElse(Integer.MAX_VALUE));
    weights.swap();
  }

  @Override
  public void beforeValEpoch(Run run) {
    weights.swap();
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    weights.swap();
  }

  @Override
  public void beforeTestEpoch(Run run) {
    weights.swap();
  }

  @Override
  public void afterTestEpoch(Run run, Map<String, Double> metrics) {
    weights.swap();
  }
}
