package io.vertebra.host.plugin;

import io.vertebra.registry.catalog.Extension.Lease;

/** A lease on a revision. Safe for use by several threads. */
final class RevisionLease implements Lease {
  // Both null once the lease is closed.
  private Class<?> pluginClass;
  private RevisionServices services;
  private final Runnable release;

  /** Makes an open lease that runs the given code once, when it is closed. */
  RevisionLease(Class<?> pluginClass, RevisionServices services, Runnable release) {
    this.pluginClass = pluginClass;
    this.services = services;
    this.release = release;
  }

  @Override
  public synchronized Class<?> pluginClass() {
    checkOpen();
    return pluginClass;
  }

  @Override
  public Object service(Class<?> type) {
    return openServices().get(type);
  }

  @Override
  public void close() {
    if (forget()) {
      release.run();
    }
  }

  private synchronized RevisionServices openServices() {
    checkOpen();
    return services;
  }

  private synchronized boolean forget() {
    boolean wasOpen = pluginClass != null;
    pluginClass = null;
    services = null;
    return wasOpen;
  }

  private void checkOpen() {
    if (pluginClass == null) {
      throw new IllegalStateException("the lease is closed");
    }
  }
}
