package io.vertebra.cli;

import io.vertebra.engine.train.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is asked to end, as by Ctrl-C. The process goes on until
 * this is closed, but for a minute at most.
 */
final class Interruption implements AutoCloseable {
  /** What a shell expects of a process that Ctrl-C ended. */
  static final int EXIT_CODE = 130;

  private static final int PATIENCE_SECONDS = 60;

  private final StopSignal stop;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean happened;

  /** Starts to listen. */
  Interruption(StopSignal stop) {
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interruption"));
  }

  private void interrupt() {
    if (closed.getCount() == 0) {
      return;
    }
    happened = true;
    stop.stop("interrupted");
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was asked to end. */
  boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
