package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.zip.ZipFile;

/**
 * Holds changes of files back while they are being written. A change has settled when two looks in
 * a row agree on it and the file, where it is still there, has what comes last in a jar: its
 * central directory. A file without one counts as broken when it has been quiet for a while.
 */
final class Settling {
  /** How long a file that is no jar must be quiet until nobody seems to write it any more. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LongSupplier nanoTime;
  private final Map<Path, Change> pending = new HashMap<>();

  /**
   * Makes one that has seen nothing.
   *
   * @param nanoTime the clock, in nanoseconds
   */
  Settling(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Looks at the files again.
   *
   * @param before what counts as there
   * @param now what is there
   * @return what counts as there from now on: {@code before} with the changes that have settled
   */
  Map<Path, Fingerprint> settled(Map<Path, Fingerprint> before, Map<Path, Fingerprint> now) {
    TreeSet<Path> paths = new TreeSet<>(before.keySet());
    paths.addAll(now.keySet());
    pending.keySet().retainAll(paths);
    Map<Path, Fingerprint> settled = new TreeMap<>();
    for (Path path : paths) {
      Optional<Fingerprint> state = Optional.ofNullable(now.get(path));
      Optional<Fingerprint> known = Optional.ofNullable(before.get(path));
      (isSettled(path, known, state) ? state : known).ifPresent(file -> settled.put(path, file));
    }
    return settled;
  }

  private boolean isSettled(Path path, Optional<Fingerprint> known, Optional<Fingerprint> state) {
    if (state.equals(known)) {
      pending.remove(path);
      return true;
    }
    long time = nanoTime.getAsLong();
    Change change = pending.get(path);
    if (change == null || !change.state().equals(state)) {
      pending.put(path, new Change(state, time));
      return false;
    }
    if (state.isPresent() && time - change.since() < PATIENCE.toNanos() && !isZip(path)) {
      return false;
    }
    pending.remove(path);
    return true;
  }

  private static boolean isZip(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private record Change(Optional<Fingerprint> state, long since) {}
}
