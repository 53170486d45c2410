package io.vertebra.host.plugin;

import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Version;

/**
 * A bundle whose jar is sound, before it is installed.
 *
 * @param jar the jar
 * @param name the symbolic name
 * @param version the version
 * @param extensions the parts that its description lists
 */
record Candidate(
    StoredJar jar, String name, Version version, List<ExtensionDescriptor> extensions) {
  Owner owner() {
    return new Owner(name, version.toString());
  }

  Path source() {
    return jar.source();
  }

  boolean isSameBundle(Candidate other) {
    return name.equals(other.name) && version.equals(other.version);
  }

  boolean hasSameBytes(Candidate other) {
    return jar.sha256().equals(other.jar.sha256());
  }

  @Override
  public String toString() {
    return owner().toString();
  }
}
