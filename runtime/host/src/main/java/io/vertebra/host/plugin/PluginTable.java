package io.vertebra.host.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All jars that the host knows: revisions and what is set aside. Safe for several threads. */
final class PluginTable {
  private final List<Revision> revisions = new ArrayList<>();
  private final Map<Path, SetAside> setAside = new TreeMap<>();

  synchronized void add(Revision revision) {
    revisions.add(revision);
  }

  synchronized void remove(Revision revision) {
    revisions.remove(revision);
  }

  /** Sets a jar aside, and tells whether this or its reason is news. */
  synchronized boolean put(SetAside jar) {
    SetAside before = setAside.put(jar.source(), jar);
    return before == null || !before.reason().equals(jar.reason());
  }

  /** Forgets jars that are set aside, and tells which. */
  synchronized List<SetAside> forget(Predicate<SetAside> which) {
    List<SetAside> forgotten = setAside.values().stream().filter(which).toList();
    setAside.values().removeAll(forgotten);
    return forgotten;
  }

  synchronized List<SetAside> setAside() {
    return List.copyOf(setAside.values());
  }

  synchronized List<Revision> revisions() {
    return List.copyOf(revisions);
  }

  /** The revisions that are not retired and whose jar is as asked for. */
  List<Revision> active(Predicate<Candidate> which) {
    return revisions().stream()
        .filter(revision -> !revision.isRetired() && which.test(revision.candidate()))
        .toList();
  }

  /** A revision of the same bytes, retired or not. */
  Optional<Revision> withBytesOf(Candidate candidate) {
    return revisions().stream()
        .filter(revision -> revision.candidate().hasSameBytes(candidate))
        .findFirst();
  }

  /** Of each bundle the newest version; of two builds of one version the one that came later. */
  Collection<Revision> newest() {
    Map<String, Revision> newest = new HashMap<>();
    for (Revision revision : active(candidate -> true)) {
      newest.merge(revision.candidate().name(), revision, PluginTable::newer);
    }
    return newest.values();
  }

  List<PluginInfo> infos() {
    Collection<Revision> newest = newest();
    return Stream.concat(
            revisions().stream().map(revision -> info(revision, newest.contains(revision))),
            setAside().stream().map(SetAside::info))
        .toList();
  }

  private static Revision newer(Revision earlier, Revision later) {
    return earlier.candidate().version().compareTo(later.candidate().version()) > 0
        ? earlier
        : later;
  }

  private static PluginInfo info(Revision revision, boolean isNewest) {
    Candidate candidate = revision.candidate();
    if (revision.isRetired()) {
      String reason = "goes when the last of %d leases is closed".formatted(revision.leases());
      return info(candidate, PluginState.DRAINING, reason);
    }
    return isNewest
        ? info(candidate, PluginState.ACTIVE, "")
        : info(candidate, PluginState.SUPERSEDED, "new builds take a newer version");
  }

  private static PluginInfo info(Candidate candidate, PluginState state, String reason) {
    return new PluginInfo(
        candidate.source(),
        Optional.of(candidate.owner()),
        state,
        reason,
        "",
        candidate.extensions());
  }
}
