package io.vertebra.host.plugin;

import io.vertebra.host.plugin.PluginFolder.Changes;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings plugins in and lets them go, one change at a time. A change takes effect as a whole: a jar
 * that is not taken leaves everything as it was.
 */
final class PluginLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(PluginLifecycle.class);

  private final JarSource reader;
  private final Installer installer;
  private final PluginTable table;
  private final Extender extender;
  private final PluginEvents events;

  /** Makes a life cycle of the plugins in a table, which adds what happens to some events. */
  PluginLifecycle(
      JarSource reader,
      Installer installer,
      PluginTable table,
      Extender extender,
      PluginEvents events) {
    this.reader = reader;
    this.installer = installer;
    this.table = table;
    this.extender = extender;
    this.events = events;
  }

  /** Follows changes of the plugin folders. */
  void follow(Changes changes) {
    follow(changes, reader);
  }

  /** Follows changes of the plugin folders, with a source that reads the changed jars. */
  synchronized void follow(Changes changes, JarSource source) {
    for (Path path : changes.gone()) {
      table.forget(jar -> jar.source().equals(path)).forEach(this::removed);
      remove(table.active(candidate -> candidate.source().equals(path)));
    }
    changes.changed().forEach(jar -> take(jar, source));
    takeWaiting();
  }

  /** Installs a jar in place of another build of the same version. */
  synchronized PluginInfo install(Path jar) {
    Optional<Candidate> candidate = Optional.empty();
    try {
      Candidate read = reader.read(jar);
      candidate = Optional.of(read);
      admit(read, table.active(read::isSameBundle));
      takeWaiting();
      return table.infos().stream()
          .filter(info -> info.state() != PluginState.DRAINING)
          .filter(info -> info.owner().equals(Optional.of(read.owner())))
          .findFirst()
          .orElseThrow();
    } catch (RefusedException e) {
      return new SetAside(jar, candidate, e).info();
    }
  }

  /** Retires active plugins and forgets those that are set aside; false where there are none. */
  synchronized boolean uninstall(Predicate<Candidate> which) {
    List<Revision> leaving = table.active(which);
    List<SetAside> forgotten = table.forget(jar -> jar.candidate().filter(which).isPresent());
    forgotten.forEach(this::removed);
    remove(leaving);
    takeWaiting();
    return !forgotten.isEmpty() || !leaving.isEmpty();
  }

  /**
   * Gives a lease on a part of a bundle that waits, because another one has its types. The bundle
   * is there as long as there are leases on it.
   *
   * @throws IllegalStateException if the bundle cannot be installed, with the reason
   */
  synchronized Extension.Lease leaseWaiting(Candidate candidate, ExtensionDescriptor part) {
    try {
      Optional<Revision> present = table.withBytesOf(candidate);
      Revision revision =
          present.isPresent() ? present.get() : installer.install(candidate, this::removeIfIdle);
      if (present.isEmpty()) {
        revision.retire();
        table.add(revision);
      }
      return revision.provider(part).lease();
    } catch (RefusedException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Lets all bundles go whatever leases there are, and tells whose leases are open. */
  synchronized void abandon() {
    for (Revision revision : table.revisions()) {
      if (revision.leases() > 0) {
        LOG.warn(
            "plugin {} is stopped with {} open leases", revision.candidate(), revision.leases());
      }
      revision.remove();
      table.remove(revision);
    }
  }

  private void take(Path jar, JarSource source) {
    Optional<Candidate> candidate = Optional.empty();
    try {
      Candidate read = source.read(jar);
      candidate = Optional.of(read);
      admit(read, table.active(there -> there.source().equals(jar)));
    } catch (RefusedException e) {
      setAside(new SetAside(jar, candidate, e));
    }
  }

  private void setAside(SetAside jar) {
    if (table.put(jar)) {
      events.add(
          PluginEvent.setAside(
              jar,
              table.active(there -> there.source().equals(jar.source())).stream()
                  .map(Revision::candidate)
                  .findFirst()));
    }
  }

  private void takeWaiting() {
    table.setAside().stream()
        .filter(SetAside::isWaiting)
        .map(SetAside::source)
        .forEach(jar -> take(jar, reader));
  }

  private void admit(Candidate candidate, Collection<Revision> replaced) throws RefusedException {
    Conflicts.check(
        candidate,
        table.active(there -> true).stream()
            .filter(revision -> !replaced.contains(revision))
            .map(Revision::candidate)
            .toList());
    List<Revision> others =
        replaced.stream().filter(there -> !there.candidate().hasSameBytes(candidate)).toList();
    Optional<Revision> sameBytes = table.withBytesOf(candidate);
    if (sameBytes.isPresent()) {
      sameBytes.get().revive(candidate);
    } else {
      table.add(installer.install(candidate, this::removeIfIdle));
    }
    List<SetAside> forgotten = table.forget(jar -> jar.source().equals(candidate.source()));
    retire(others);
    if (!others.isEmpty()) {
      events.add(PluginEvent.replaced(others.get(0).candidate(), candidate));
    } else if (replaced.isEmpty() || !forgotten.isEmpty()) {
      events.add(PluginEvent.installed(candidate));
    }
  }

  private void remove(Collection<Revision> leaving) {
    leaving.forEach(revision -> events.add(PluginEvent.removed(revision.candidate())));
    retire(leaving);
  }

  private void removed(SetAside jar) {
    events.add(PluginEvent.removed(jar));
  }

  private void retire(Collection<Revision> leaving) {
    leaving.forEach(Revision::retire);
    extender.offer(table.newest());
    leaving.forEach(this::removeIfIdle);
  }

  private synchronized void removeIfIdle(Revision revision) {
    revision
        .removeIfIdle()
        .ifPresent(
            bundle -> {
              installer.uninstall(bundle);
              table.remove(revision);
              LOG.debug("plugin {} is gone", revision.candidate());
            });
  }
}
