package io.vertebra.host.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which jars of the plugin folders came, changed or went since it was last asked. */
final class PluginFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

  private final List<Path> folders;
  private final Set<Path> lost = new HashSet<>();
  private Map<Path, Fingerprint> seen = Map.of();

  /** Looks at these folders. */
  PluginFolder(List<Path> folders) {
    this.folders = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /**
   * Looks again.
   *
   * @return what is different, each list sorted by path
   * @throws IOException if a folder cannot be listed; then nothing counts as seen
   */
  Changes poll() throws IOException {
    Map<Path, Fingerprint> now = new TreeMap<>();
    for (Path folder : folders) {
      now.putAll(Fingerprint.ofJars(folder));
    }
    return see(now);
  }

  /**
   * Looks again, and leaves what has not settled for a later look. What is in a folder that cannot
   * be listed stays as it was.
   *
   * @param settling tells what has settled
   * @return what is different, each list sorted by path
   */
  Changes pollSettled(Settling settling) {
    Map<Path, Fingerprint> now = new TreeMap<>();
    folders.forEach(folder -> now.putAll(listOrKeep(folder)));
    return see(settling.settled(seen, now));
  }

  private Map<Path, Fingerprint> listOrKeep(Path folder) {
    try {
      Map<Path, Fingerprint> jars = Fingerprint.ofJars(folder);
      if (lost.remove(folder)) {
        LOG.info("the plugin folder {} is back", folder);
      }
      return jars;
    } catch (IOException e) {
      if (lost.add(folder)) {
        LOG.warn(
            "the plugin folder {} cannot be listed ({}): its plugins stay, and it is followed again"
                + " when it is back",
            folder,
            e.toString());
      }
      Map<Path, Fingerprint> kept = new TreeMap<>(seen);
      kept.keySet().removeIf(jar -> !folder.equals(jar.getParent()));
      return kept;
    }
  }

  private Changes see(Map<Path, Fingerprint> now) {
    Map<Path, Fingerprint> before = seen;
    seen = now;
    return new Changes(
        before.keySet().stream().filter(path -> !now.containsKey(path)).sorted().toList(),
        now.keySet().stream()
            .filter(path -> !now.get(path).equals(before.get(path)))
            .sorted()
            .toList());
  }

  /** What is different. */
  record Changes(List<Path> gone, List<Path> changed) {}
}
