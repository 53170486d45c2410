package io.vertebra.host.plugin;

import static java.util.Objects.requireNonNull;

import io.vertebra.host.framework.PluginFramework;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.SimpleCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  private final Workspace workspace;
  private final PluginFramework framework;
  private final PluginFolder folder;
  private final PluginTable table = new PluginTable();
  private final Extender extender;
  private final PluginLifecycle lifecycle;
  private boolean closed;

  private PluginHost(PluginHostOptions options, Workspace workspace, PluginFramework framework) {
    this.workspace = workspace;
    this.framework = framework;
    folder = new PluginFolder(options.folders());
    extender = new Extender(framework.context());
    lifecycle =
        new PluginLifecycle(
            new JarReader(new JarStore(workspace.jars()), new JarInspector(framework.packages())),
            new Installer(framework, options.services()),
            table,
            extender);
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
    Workspace workspace = new Workspace(options.cacheFolder());
    PluginHost host;
    try {
      host = new PluginHost(options, workspace, PluginFramework.start(workspace.framework()));
    } catch (IOException e) {
      workspace.close();
      throw e;
    }
    LOG.debug("the framework started in {} ms", (System.nanoTime() - start) / 1_000_000);
    return host.withFirstScan();
  }

  private PluginHost withFirstScan() throws IOException {
    long start = System.nanoTime();
    try {
      scan();
    } catch (IOException e) {
      close();
      throw e;
    }
    LOG.debug(
        "{} plugin jars were read in {} ms",
        table.infos().size(),
        (System.nanoTime() - start) / 1_000_000);
    return this;
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
    lifecycle.follow(folder.poll());
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
    return lifecycle.install(jar.toAbsolutePath().normalize());
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
    if (!lifecycle.uninstall(which)) {
      throw new IllegalArgumentException(
          "there is no plugin '%s'; there are %s"
              .formatted(what, table.infos().stream().flatMap(i -> i.owner().stream()).toList()));
    }
  }

  /**
   * Lists the plugin jars.
   *
   * @return one entry for each jar that is installed, leaving or set aside
   */
  public List<PluginInfo> plugins() {
    return table.infos();
  }

  /**
   * The parts that there are now: of each bundle those of the newest version.
   *
   * @return a snapshot that does not change
   */
  public Catalog catalog() {
    return new SimpleCatalog(
        extender.extensions(),
        table.setAside().stream().flatMap(jar -> jar.unavailable().stream()).toList());
  }

  /**
   * Stops all plugins and returns when they are stopped, open leases or not: under a lease that is
   * still open, classes that were not loaded before cannot be loaded any more.
   */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      lifecycle.abandon();
      framework.close();
      workspace.close();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the plugin host is closed");
    }
  }
}
