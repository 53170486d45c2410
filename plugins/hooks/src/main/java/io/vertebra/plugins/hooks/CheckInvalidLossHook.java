package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;

/**
 * Ends training when the loss is infinite or not a number, {@code
 * mmengine.hooks.CheckInvalidLossHook}. Checkpoints that were written before stay as they are.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "CheckInvalidLossHook",
    summary = "Ends training when the loss is infinite or not a number")
public final class CheckInvalidLossHook implements Hook {
  private static final String LOSS = "loss";

  private final Options options;

  /** What is done about a loss that is not finite. */
  public enum Action {
    /** The run fails. */
    FAIL,
    /** The run ends as if it were over, with its figures so far. */
    STOP
  }

  /**
   * Options of {@link CheckInvalidLossHook}.
   *
   * @param interval iterations from one check to the next
   * @param action what is done
   */
  public record Options(
      @Doc("iterations from one check to the next") @Default("50") @Range(min = 1) int interval,
      @Doc("fail, or stop training as if it were over") @Default("fail") Action action) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public CheckInvalidLossHook(Options options) {
    this.options = options;
  }

  @Override
  public void afterTrainIter(Run run) {
    long iteration = run.progress().iteration() + 1;
    double loss = run.scalars().getOrDefault(LOSS, 0.0);
    if (iteration % options.interval() != 0 || Double.isFinite(loss)) {
      return;
    }
    String problem =
        "the loss of iteration %d is %s (%s); a smaller learning rate, a warm-up or clip_grad helps"
            .formatted(iteration, loss, run.scalars());
    if (options.action() == Action.FAIL) {
      throw new IllegalArgumentException(problem);
    }
    run.stop(problem);
  }
}
