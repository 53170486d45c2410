package io.vertebra.plugins.hooks;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.util.function.LongSupplier;

/**
 * Adds to the scalars of an iteration how long it took, {@code mmengine.hooks.IterTimerHook}:
 * {@code time}, and the part of it that was waiting for the batch, {@code data_time}, in seconds.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "IterTimerHook",
    summary = "Measures each iteration, and its wait for data")
public final class IterTimerHook implements Hook {
  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier clock;
  private long start;
  private long dataReady;

  /** Makes the hook. */
  public IterTimerHook() {
    this(System::nanoTime);
  }

  /** Makes a hook with a clock of its own, in nanoseconds. */
  IterTimerHook(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public void beforeTrainEpoch(Run run) {
    start = clock.getAsLong();
  }

  @Override
  public void beforeTrainIter(Run run) {
    dataReady = clock.getAsLong();
  }

  @Override
  public void afterTrainIter(Run run) {
    long end = clock.getAsLong();
    run.scalars().put("data_time", (dataReady - start) / NANOS_PER_SECOND);
    run.scalars().put("time", (end - start) / NANOS_PER_SECOND);
    start = end;
  }
}
