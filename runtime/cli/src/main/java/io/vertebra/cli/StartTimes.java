package io.vertebra.cli;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs, where that is wanted, when steps of the start end; each line begins with the time. */
final class StartTimes {
  private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);

  private StartTimes() {}

  static void mark(String what) {
    if (LOG.isDebugEnabled()) {
      Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
      LOG.debug("{}, after {} ms of CPU", what, cpu.toMillis());
    }
  }
}
