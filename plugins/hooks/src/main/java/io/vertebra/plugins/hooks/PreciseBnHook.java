package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;

/**
 * Estimates the running statistics of batch norms anew, as the mean over batches with the same
 * weights, {@code mmpretrain.engine.PreciseBNHook} (Wu and Johnson, Rethinking "Batch" in
 * BatchNorm, 2021, section 3).
 */
@Plugin(
    kind = Kind.HOOK,
    type = "PreciseBNHook",
    summary = "Estimates statistics of batch norms anew after epochs")
public final class PreciseBnHook implements Hook {
  private final Options options;

  /**
   * Options of {@link PreciseBnHook}.
   *
   * @param numSamples how many samples are used
   * @param interval epochs or iterations from one estimate to the next
   * @param byEpoch whether {@code interval} counts epochs
   */
  public record Options(
      @Doc("samples of the training data that are used, at most all")
          @Default("8192")
          @Range(min = 1)
          int numSamples,
      @Doc("epochs or iterations from one estimate to the next") @Default("1") @Range(min = 1)
          int interval,
      @Doc("count epochs rather than iterations") @Default("true") boolean byEpoch) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public PreciseBnHook(Options options) {
    this.options = options;
  }

  @Override
  public void afterTrainIter(Run run) {
    if (!options.byEpoch()) {
      estimate(run, run.progress().iteration() + 1);
    }
  }

  @Override
  public void afterTrainEpoch(Run run) {
    if (options.byEpoch()) {
      estimate(run, run.progress().epoch() + 1);
    }
  }

  private void estimate(Run run, long done) {
    if (done % options.interval() == 0) {
      run.estimateBatchStatistics(options.numSamples());
    }
  }
}
