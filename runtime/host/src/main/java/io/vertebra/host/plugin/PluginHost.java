package io.vertebra.host.plugin;

import static java.util.Objects.requireNonNull;

import io.vertebra.host.plugin.PluginFolder.Changes;
import io.vertebra.registry.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs plugins: bundles that come, are used under a lease, and go with their classes while the
 * process lives on. Safe for use by several threads. Its threads keep the process alive until it is
 * closed.
 */
public final class PluginHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

  private final PluginFolder folder;
  private final HostedPlugins plugins;
  private final Settling settling = new Settling(System::nanoTime);
  private Optional<PluginWatcher> watcher = Optional.empty();
  private boolean closed;

  private PluginHost(PluginFolder folder, HostedPlugins plugins) {
    this.folder = folder;
    this.plugins = plugins;
  }

  /**
   * Starts a host with the plugins of its folders.
   *
   * @param options the options
   * @return the host, owned by the caller
   * @throws IOException if a folder cannot be read or written
   */
  public static PluginHost open(PluginHostOptions options) throws IOException {
    requireNonNull(options, "options is null");
    long start = System.nanoTime();
    PluginFolder folder = new PluginFolder(options.folders());
    Changes jars = folder.poll();
    PluginHost host = new PluginHost(folder, HostedPlugins.start(options, jars));
    LOG.debug(
        "the host started with {} plugin jars in {} ms",
        jars.changed().size(),
        (System.nanoTime() - start) / 1_000_000);
    return host;
  }

  /**
   * Follows what changed in the plugin folders: takes new jars, replaces changed ones and lets
   * those go that are no longer there. A jar that cannot be used is set aside, and what came from
   * it before stays; it is looked at again when it changes.
   *
   * @throws IOException if a folder cannot be listed; then nothing changes
   */
  public synchronized void scan() throws IOException {
    checkOpen();
    plugins.follow(folder.poll());
  }

  /**
   * Follows the plugin folders from now on, until the host is closed: what {@link #scan()} does is
   * done within a second of a change. A jar that is still being written is waited for, and set
   * aside only when it has been left broken for a while. Where the host watches already, nothing
   * changes.
   */
  public synchronized void watch() {
    checkOpen();
    if (watcher.isEmpty()) {
      watcher = Optional.of(PluginWatcher.start(this::followSettled));
    }
  }

  private synchronized void followSettled() {
    if (!closed) {
      plugins.follow(folder.pollSettled(settling));
    }
  }

  /**
   * Tells a listener of what changes from now on, whoever changes it.
   *
   * @param listener the listener
   */
  public void addListener(PluginListener listener) {
    plugins.events().addListener(requireNonNull(listener, "listener is null"));
  }

  /**
   * Tells a listener no more.
   *
   * @param listener the listener
   */
  public void removeListener(PluginListener listener) {
    plugins.events().removeListener(listener);
  }

  /**
   * Installs a jar. It stands beside other versions of its bundle and replaces another build of the
   * same version. The file is copied, so it may be deleted.
   *
   * @param jar the jar
   * @return what became of it; where it is unresolved or refused, nothing has changed
   */
  public synchronized PluginInfo install(Path jar) {
    checkOpen();
    return plugins.install(jar.toAbsolutePath().normalize());
  }

  /**
   * Uninstalls all versions of a bundle. What is leased goes with the last lease. Jars stay in
   * their folder, and come back when they change or the host is started again.
   *
   * @param name symbolic name of the bundle
   * @throws IllegalArgumentException if there is no such plugin
   */
  public void uninstall(String name) {
    requireNonNull(name, "name is null");
    uninstall(name, candidate -> candidate.name().equals(name));
  }

  /**
   * Uninstalls one version of a bundle, as {@link #uninstall(String)} does.
   *
   * @param name symbolic name of the bundle
   * @param version its version
   * @throws IllegalArgumentException if there is no such plugin
   */
  public void uninstall(String name, String version) {
    requireNonNull(name, "name is null");
    Version wanted = Version.parseVersion(version);
    uninstall(
        name + " " + version,
        candidate -> candidate.name().equals(name) && candidate.version().equals(wanted));
  }

  private synchronized void uninstall(String what, Predicate<Candidate> which) {
    checkOpen();
    plugins.uninstall(what, which);
  }

  /**
   * Lists the plugin jars.
   *
   * @return one entry for each jar that is installed, leaving or set aside
   */
  public List<PluginInfo> plugins() {
    return plugins.infos();
  }

  /**
   * The parts that there are now: of each bundle those of the newest version. Parts of a bundle
   * that is set aside because another one has its types are found by {@code owner/type}.
   *
   * @return a snapshot that does not change
   */
  public Catalog catalog() {
    return plugins.catalog();
  }

  /**
   * Stops all plugins and returns when they are stopped, open leases or not: under a lease that is
   * still open, classes that were not loaded before cannot be loaded any more.
   */
  @Override
  public void close() {
    stop().ifPresent(PluginWatcher::close);
  }

  /** Stops everything, and gives back the watcher: its last look may wait for this lock. */
  private synchronized Optional<PluginWatcher> stop() {
    if (!closed) {
      closed = true;
      plugins.close();
    }
    return watcher;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the plugin host is closed");
    }
  }
}
