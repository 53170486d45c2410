package io.vertebra.host.plugin;

import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.Collection;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers each part of a bundle as a service of that bundle, and finds them again. The service
 * gives leases; the first one loads the class. Safe for use by several threads.
 */
final class Extender {
  private static final Logger LOG = LoggerFactory.getLogger(Extender.class);

  private static final String KIND = "kind";
  private static final String TYPE = "type";
  private static final String VERSION = "version";
  private static final String DESCRIPTOR = "io.vertebra.descriptor";

  private final Map<Revision, List<ServiceRegistration<Extension.Provider>>> offered =
      new HashMap<>();
  private final ServiceTracker<Extension.Provider, Extension.Provider> tracker;

  /** Makes an extender that finds services in the context of the host. */
  Extender(BundleContext host) {
    tracker = new ServiceTracker<>(host, Extension.Provider.class, null);
    tracker.open();
  }

  /** Offers the parts of these revisions and of no others. */
  synchronized void offer(Collection<Revision> revisions) {
    offered.entrySet().removeIf(entry -> !revisions.contains(entry.getKey()) && withdraw(entry));
    revisions.forEach(revision -> offered.computeIfAbsent(revision, Extender::register));
  }

  /** The parts that are offered now. */
  synchronized List<Extension> extensions() {
    return tracker.getTracked().entrySet().stream()
        .map(entry -> extension(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<ServiceRegistration<Extension.Provider>> register(Revision revision) {
    BundleContext context = revision.bundle().orElseThrow().getBundleContext();
    return revision.candidate().extensions().stream()
        .map(
            descriptor ->
                context.registerService(
                    Extension.Provider.class,
                    revision.provider(descriptor),
                    properties(descriptor, revision.candidate())))
        .toList();
  }

  private static Dictionary<String, Object> properties(
      ExtensionDescriptor descriptor, Candidate candidate) {
    return FrameworkUtil.asDictionary(
        Map.of(
            KIND, descriptor.kind().label(),
            TYPE, descriptor.type(),
            VERSION, candidate.version().toString(),
            DESCRIPTOR, descriptor));
  }

  private static boolean withdraw(
      Map.Entry<?, List<ServiceRegistration<Extension.Provider>>> entry) {
    entry.getValue().forEach(Extender::unregister);
    return true;
  }

  private static void unregister(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException e) {
      LOG.debug("a plugin stopped itself and so withdrew its services", e);
    }
  }

  private static Extension extension(
      ServiceReference<Extension.Provider> reference, Extension.Provider provider) {
    Bundle bundle = reference.getBundle();
    return new Extension(
        (ExtensionDescriptor) reference.getProperty(DESCRIPTOR),
        new Owner(bundle.getSymbolicName(), (String) reference.getProperty(VERSION)),
        provider);
  }
}
