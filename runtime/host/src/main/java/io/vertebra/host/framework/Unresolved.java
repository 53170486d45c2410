package io.vertebra.host.framework;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in a sentence what a bundle needs that the runtime does not have. */
public final class Unresolved {
  private final String plugin;
  private final BundleRevision host;

  /**
   * Makes an explanation.
   *
   * @param plugin name and version of the bundle for people
   * @param host the system bundle
   */
  public Unresolved(String plugin, Bundle host) {
    this.plugin = requireNonNull(plugin, "plugin is null");
    this.host = host.adapt(BundleRevision.class);
  }

  /**
   * Explains why a bundle does not resolve.
   *
   * @param bundle the bundle
   * @return the sentence; general where the host does offer all that the bundle needs
   */
  public String explain(Bundle bundle) {
    List<BundleRequirement> unmet =
        bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
            .filter(requirement -> !isOptional(requirement) && !isMet(requirement))
            .toList();
    if (unmet.isEmpty()) {
      return "plugin " + plugin + " does not resolve beside the plugins that are installed";
    }
    String more = unmet.size() == 1 ? "" : " (and %d needs more)".formatted(unmet.size() - 1);
    return "plugin " + plugin + " needs " + explain(unmet.get(0)) + more;
  }

  private static boolean isOptional(BundleRequirement requirement) {
    return Constants.RESOLUTION_OPTIONAL.equals(
            requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))
        || PackageNamespace.RESOLUTION_DYNAMIC.equals(
            requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
  }

  private boolean isMet(BundleRequirement requirement) {
    return host.getDeclaredCapabilities(requirement.getNamespace()).stream()
        .anyMatch(requirement::matches);
  }

  private String explain(BundleRequirement requirement) {
    RequirementFilter filter = RequirementFilter.of(requirement);
    return switch (requirement.getNamespace()) {
      case PackageNamespace.PACKAGE_NAMESPACE -> explainPackage(filter);
      case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
          "Java %s; the runtime runs on Java %d: use a newer Java"
              .formatted(filter.versionText(), Runtime.version().feature());
      default ->
          "the capability %s %s, which the runtime does not have"
              .formatted(requirement.getNamespace(), filter.text());
    };
  }

  private String explainPackage(RequirementFilter filter) {
    String name = filter.value(PackageNamespace.PACKAGE_NAMESPACE);
    Optional<VersionRange> range = filter.range();
    String needs = "package " + name + range.map(r -> " " + RequirementFilter.text(r)).orElse("");
    return versionOf(name)
        .map(has -> needs + "; the runtime has " + RequirementFilter.text(has) + advice(has, range))
        .orElse(needs + "; the runtime has no such package: " + advice(name));
  }

  private static String advice(Version has, Optional<VersionRange> range) {
    if (range.isEmpty() || range.get().includes(has)) {
      return " with other attributes than the plugin asks for";
    }
    return has.compareTo(range.get().getLeft()) < 0
        ? ": update the runtime, or use an older version of the plugin"
        : ": use a version of the plugin that is made for this runtime";
  }

  private static String advice(String name) {
    return name.startsWith("io.vertebra.") || name.startsWith("ai.djl.")
        ? "update the runtime, or use another version of the plugin"
        : "put its classes into the plugin's jar";
  }

  private Optional<Version> versionOf(String name) {
    return host.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
        .map(BundleCapability::getAttributes)
        .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
        .map(attributes -> (Version) attributes.get(Constants.VERSION_ATTRIBUTE))
        .max(Version::compareTo);
  }
}
