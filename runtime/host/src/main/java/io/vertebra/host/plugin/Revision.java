package io.vertebra.host.plugin;

import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;

/**
 * One installed bundle and the leases on it. A revision that is retired goes when its last lease is
 * closed; until then more leases can be taken, so that a running job can go on building. Safe for
 * use by several threads.
 */
final class Revision {
  private final RevisionServices services;
  private final Consumer<Revision> whenIdle;
  private Candidate candidate;
  // Null once the revision is gone: who still holds it must not hold the class loader.
  private Bundle bundle;
  private boolean retired;
  private int leases;

  /**
   * Makes a revision.
   *
   * @param candidate what its jar says
   * @param bundle its bundle, started
   * @param services the host services of its plugins
   * @param whenIdle told when the last lease on a retired revision is closed
   */
  Revision(
      Candidate candidate, Bundle bundle, RevisionServices services, Consumer<Revision> whenIdle) {
    this.candidate = candidate;
    this.bundle = bundle;
    this.services = services;
    this.whenIdle = whenIdle;
  }

  synchronized Candidate candidate() {
    return candidate;
  }

  synchronized Optional<Bundle> bundle() {
    return Optional.ofNullable(bundle);
  }

  synchronized boolean isRetired() {
    return retired;
  }

  synchronized int leases() {
    return leases;
  }

  /** Gives leases on the class of one part. */
  Extension.Provider provider(ExtensionDescriptor descriptor) {
    return () -> lease(descriptor);
  }

  synchronized void retire() {
    retired = true;
  }

  /** Takes a retired revision back, because a jar with the same bytes came again. */
  synchronized void revive(Candidate again) {
    candidate = again;
    retired = false;
  }

  /** Gives the bundle up for uninstalling, where the revision is retired and has no leases. */
  synchronized Optional<Bundle> removeIfIdle() {
    return retired && leases == 0 ? remove() : Optional.empty();
  }

  /** Gives the bundle up whatever leases there are. */
  synchronized Optional<Bundle> remove() {
    Optional<Bundle> last = Optional.ofNullable(bundle);
    bundle = null;
    return last;
  }

  private Extension.Lease lease(ExtensionDescriptor descriptor) {
    Bundle source = acquire();
    try {
      return new RevisionLease(source.loadClass(descriptor.className()), services, this::release);
    } catch (ClassNotFoundException | LinkageError e) {
      release();
      throw new IllegalStateException(
          "'%s' of plugin %s cannot be loaded: %s".formatted(descriptor.type(), candidate(), e), e);
    }
  }

  private synchronized Bundle acquire() {
    if (bundle == null) {
      throw new IllegalStateException("plugin " + candidate + " is no longer installed");
    }
    leases++;
    return bundle;
  }

  private void release() {
    if (releaseLast()) {
      whenIdle.accept(this);
    }
  }

  private synchronized boolean releaseLast() {
    leases--;
    return retired && leases == 0;
  }
}
