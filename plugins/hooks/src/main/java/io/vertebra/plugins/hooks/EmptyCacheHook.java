package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.util.Map;

/**
 * Gives memory that the native library keeps on a GPU for later back, {@code
 * mmengine.hooks.EmptyCacheHook}, so that another process can have it. It costs time, and changes
 * nothing on a CPU.
 */
@Plugin(kind = Kind.HOOK, type = "EmptyCacheHook", summary = "Gives unused memory of a GPU back")
public final class EmptyCacheHook implements Hook {
  private final Options options;

  /**
   * Options of {@link EmptyCacheHook}.
   *
   * @param beforeEpoch whether before each epoch
   * @param afterEpoch whether after each epoch
   * @param afterIter whether after each iteration
   */
  public record Options(
      @Doc("before each epoch, validation and test") @Default("false") boolean beforeEpoch,
      @Doc("after each epoch, validation and test") @Default("true") boolean afterEpoch,
      @Doc("after each iteration") @Default("false") boolean afterIter) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public EmptyCacheHook(Options options) {
    this.options = options;
  }

  @Override
  public void beforeTrainEpoch(Run run) {
    empty(run, options.beforeEpoch());
  }

  @Override
  public void beforeValEpoch(Run run) {
    empty(run, options.beforeEpoch());
  }

  @Override
  public void beforeTestEpoch(Run run) {
    empty(run, options.beforeEpoch());
  }

  @Override
  public void afterTrainIter(Run run) {
    empty(run, options.afterIter());
  }

  @Override
  public void afterValIter(Run run) {
    empty(run, options.afterIter());
  }

  @Override
  public void afterTestIter(Run run) {
    empty(run, options.afterIter());
  }

  @Override
  public void afterTrainEpoch(Run run) {
    empty(run, options.afterEpoch());
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    empty(run, options.afterEpoch());
  }

  @Override
  public void afterTestEpoch(Run run, Map<String, Double> metrics) {
    empty(run, options.afterEpoch());
  }

  private static void empty(Run run, boolean wanted) {
    if (wanted) {
      run.emptyCache();
    }
  }
}
