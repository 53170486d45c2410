package io.vertebra.host.framework;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** An OSGi framework within this process. Safe for use by several threads. */
public final class PluginFramework implements AutoCloseable {
  private final Framework framework;

  private PluginFramework(Framework framework) {
    this.framework = framework;
  }

  /**
   * Starts a framework without bundles.
   *
   * @param storage a folder that the framework may write to and empties first
   * @param packages the packages that every bundle can import from the host, besides those of the
   *     Java runtime
   * @return the framework, owned by the caller
   * @throws IOException if the storage cannot be used
   */
  public static PluginFramework start(Path storage, SystemPackages packages) throws IOException {
    requireNonNull(storage, "storage is null");
    requireNonNull(packages, "packages is null");
    Framework framework = new FrameworkFactory().newFramework(settings(storage, packages));
    try {
      framework.start();
    } catch (BundleException e) {
      throw new IOException("the plugin framework does not start: " + e.getMessage(), e);
    }
    return new PluginFramework(framework);
  }

  private static Map<String, Object> settings(Path storage, SystemPackages packages) {
    return Map.of(
        Constants.FRAMEWORK_STORAGE,
        storage.toString(),
        Constants.FRAMEWORK_STORAGE_CLEAN,
        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        packages.exports(),
        // A rebuilt jar of the same name and version stands beside the one that is in use.
        Constants.FRAMEWORK_BSNVERSION,
        Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
        // Handlers of URLs are static state of the process.
        "felix.service.urlhandlers",
        "false",
        // A class that a bundle does not import must not come from the host by guess.
        "felix.bootdelegation.implicit",
        "false",
        // Bundles are resolved one by one: a pool of threads costs more than it gains.
        "felix.resolver.parallelism",
        "1",
        "felix.log.logger",
        new FrameworkLog());
  }

  /**
   * The context of the host within the framework.
   *
   * @return the context of the system bundle
   */
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /**
   * Uninstalls a bundle and waits until the framework has let go of its class loader.
   *
   * @param bundle the bundle
   * @throws BundleException if it cannot be uninstalled
   */
  public void uninstall(Bundle bundle) throws BundleException {
    bundle.uninstall();
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), event -> refreshed.countDown());
    try {
      refreshed.await();
    } catch (InterruptedException e) {
      // The framework goes on by itself.
      Thread.currentThread().interrupt();
    }
  }

  /** Stops all bundles and the framework. Returns when all is stopped. */
  @Override
  public void close() {
    boolean interrupted = false;
    while (!isStopped()) {
      try {
        framework.stop();
        framework.waitForStop(0);
      } catch (BundleException e) {
        throw new IllegalStateException("the plugin framework does not stop", e);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopped() {
    return framework.getState() == Bundle.RESOLVED || framework.getState() == Bundle.INSTALLED;
  }
}
