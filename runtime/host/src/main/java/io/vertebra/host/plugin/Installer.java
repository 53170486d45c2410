package io.vertebra.host.plugin;

import static io.vertebra.host.plugin.ContextLoader.withContextLoader;

import com.google.inject.Module;
import io.vertebra.host.framework.PluginFramework;
import io.vertebra.host.framework.Unresolved;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes started bundles of candidates. What fails leaves nothing behind. */
final class Installer {
  private static final Logger LOG = LoggerFactory.getLogger(Installer.class);

  private final PluginFramework framework;
  private final Module services;

  /** Makes an installer into a framework. */
  Installer(PluginFramework framework, Module services) {
    this.framework = framework;
    this.services = services;
  }

  /**
   * Installs, resolves and starts a bundle.
   *
   * @param candidate what its jar says
   * @param whenIdle told when the last lease on the retired revision is closed
   * @return the revision
   * @throws RefusedException if the bundle does not resolve or start
   */
  Revision install(Candidate candidate, Consumer<Revision> whenIdle) throws RefusedException {
    Bundle bundle = install(candidate);
    try {
      start(candidate, bundle);
    } catch (RefusedException e) {
      uninstall(bundle);
      throw e;
    }
    return new Revision(candidate, bundle, new RevisionServices(services), whenIdle);
  }

  /** Uninstalls a bundle and waits until its class loader is let go of. */
  void uninstall(Bundle bundle) {
    try {
      framework.uninstall(bundle);
    } catch (BundleException e) {
      LOG.warn("plugin {} cannot be uninstalled: {}", bundle, e.getMessage(), e);
    }
  }

  private Bundle install(Candidate candidate) throws RefusedException {
    try {
      // The copy's name is the hash of its bytes, and so is the bundle's location.
      return framework.context().installBundle("reference:" + candidate.jar().file().toUri());
    } catch (BundleException e) {
      throw new RefusedException(
          "plugin %s is no proper bundle: %s".formatted(candidate, e.getMessage()), e);
    }
  }

  private void start(Candidate candidate, Bundle bundle) throws RefusedException {
    try {
      resolve(candidate, bundle);
      ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
      withContextLoader(
          loader,
          () -> {
            bundle.start(Bundle.START_TRANSIENT);
            return bundle;
          });
    } catch (BundleException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new RefusedException("plugin %s does not start: %s".formatted(candidate, cause), e);
    }
  }

  private void resolve(Candidate candidate, Bundle bundle) throws RefusedException {
    Bundle host = framework.context().getBundle();
    if (host.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle))) {
      return;
    }
    throw new RefusedException(
        PluginState.UNRESOLVED,
        new Unresolved(candidate.toString(), host).explain(bundle),
        resolverMessage(bundle),
        null);
  }

  /** Starting is the only way to hear from the framework why a bundle does not resolve. */
  private static String resolverMessage(Bundle bundle) {
    try {
      bundle.start(Bundle.START_TRANSIENT);
      return "";
    } catch (BundleException e) {
      return e.getMessage();
    }
  }
}
