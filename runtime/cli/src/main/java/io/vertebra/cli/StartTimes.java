package io.vertebra.cli;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs, where that is wanted, how long after the start of the process something happened. */
final class StartTimes {
  private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);

  private StartTimes() {}

  static void mark(String what) {
    if (LOG.isDebugEnabled()) {
      ProcessHandle.Info process = ProcessHandle.current().info();
      process
          .startInstant()
          .ifPresent(
              start ->
                  LOG.debug(
                      "{}: after {} ms, {} ms of CPU",
                      what,
                      Duration.between(start, Instant.now()).toMillis(),
                      process.totalCpuDuration().orElse(Duration.ZERO).toMillis()));
    }
  }
}
