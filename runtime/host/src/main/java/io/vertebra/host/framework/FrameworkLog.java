package io.vertebra.host.framework;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;

/**
 * Sends the framework's messages to the log. They go out as debug messages because what a user has
 * to know is said by the host in its own words.
 */
final class FrameworkLog extends Logger {
  private final org.slf4j.Logger log = LoggerFactory.getLogger(FrameworkLog.class);

  // The overridden method takes the raw type.
  @SuppressWarnings("rawtypes")
  @Override
  protected void doLog(
      Bundle bundle, ServiceReference reference, int level, String message, Throwable cause) {
    log.debug("{}: {}", bundle, message, cause);
  }

  @Override
  protected void doLog(int level, String message, Throwable cause) {
    log.debug("{}", message, cause);
  }
}
