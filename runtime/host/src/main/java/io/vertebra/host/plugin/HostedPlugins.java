package io.vertebra.host.plugin;

import com.google.inject.Module;
import io.vertebra.host.framework.PluginFramework;
import io.vertebra.host.framework.SystemPackages;
import io.vertebra.host.plugin.PluginFolder.Changes;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.SimpleCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.event.Level;

/** The plugins that a host runs, with the framework that they run in. It owns both. */
final class HostedPlugins implements AutoCloseable {
  private final Workspace workspace;
  private final PluginFramework framework;
  private final PluginTable table = new PluginTable();
  private final PluginEvents events = new PluginEvents();
  private final Extender extender;
  private final PluginLifecycle lifecycle;

  private HostedPlugins(
      Workspace workspace, PluginFramework framework, JarSource reader, Module services) {
    this.workspace = workspace;
    this.framework = framework;
    extender = new Extender(framework.context());
    lifecycle =
        new PluginLifecycle(reader, new Installer(framework, services), table, extender, events);
  }

  /**
   * Starts the framework with the jars that are there.
   *
   * @param options the options
   * @param jars the jars
   * @return the plugins, owned by the caller
   * @throws IOException if the cache cannot be written
   */
  static HostedPlugins start(PluginHostOptions options, Changes jars) throws IOException {
    Workspace workspace = new Workspace(options.cacheFolder());
    try {
      return start(workspace, options.services(), jars);
    } catch (IOException e) {
      workspace.close();
      throw e;
    }
  }

  private static HostedPlugins start(Workspace workspace, Module services, Changes jars)
      throws IOException {
    SystemPackages packages = SystemPackages.read(HostedPlugins.class.getClassLoader());
    JarReader reader =
        new JarReader(new JarStore(workspace.jars()), new JarInspector(packages.names()));
    try (ReadAhead ahead = ReadAhead.start(reader, jars.changed())) {
      PluginFramework framework = PluginFramework.start(workspace.framework(), packages);
      HostedPlugins plugins = new HostedPlugins(workspace, framework, reader, services);
      plugins.lifecycle.follow(jars, ahead);
      plugins.events.deliver(Level.DEBUG);
      return plugins;
    }
  }

  /** What is told of changes. */
  PluginEvents events() {
    return events;
  }

  /** Follows changes of the plugin folders. */
  void follow(Changes changes) {
    lifecycle.follow(changes);
    events.deliver(Level.INFO);
  }

  /** Installs a jar in place of another build of the same version. */
  PluginInfo install(Path jar) {
    PluginInfo installed = lifecycle.install(jar);
    events.deliver(Level.INFO);
    return installed;
  }

  /**
   * Uninstalls bundles.
   *
   * @param what what people call them
   * @param which which they are
   * @throws IllegalArgumentException if there are none
   */
  void uninstall(String what, Predicate<Candidate> which) {
    if (!lifecycle.uninstall(which)) {
      throw new IllegalArgumentException(
          "there is no plugin '%s'; there are %s"
              .formatted(what, infos().stream().flatMap(i -> i.owner().stream()).toList()));
    }
    events.deliver(Level.INFO);
  }

  /** One entry for each jar that is installed, leaving or set aside. */
  List<PluginInfo> infos() {
    return table.infos();
  }

  /** The parts that there are now; see {@link PluginHost#catalog()}. */
  Catalog catalog() {
    return new SimpleCatalog(
        extender.extensions(),
        table.setAside().stream()
            .filter(SetAside::isWaiting)
            .flatMap(jar -> jar.reserved(lifecycle).stream())
            .toList(),
        table.setAside().stream().flatMap(jar -> jar.unavailable().stream()).toList());
  }

  /** Stops all plugins, open leases or not, and returns when they are stopped. */
  @Override
  public void close() {
    lifecycle.abandon();
    framework.close();
    workspace.close();
  }
}
