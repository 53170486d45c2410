package io.vertebra.host.plugin;

import io.vertebra.registry.schema.DescriptorFile;
import io.vertebra.registry.schema.DescriptorReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Checks that a jar is a sound plugin bundle, before the framework sees it. */
final class JarInspector {
  private final Set<String> hostPackages;

  /**
   * Makes an inspector.
   *
   * @param hostPackages the packages that the host exports
   */
  JarInspector(Set<String> hostPackages) {
    this.hostPackages = hostPackages;
  }

  /**
   * Reads what a jar says of itself.
   *
   * @param stored the jar
   * @return the plugin
   * @throws RefusedException if it is broken or not allowed
   */
  Candidate inspect(StoredJar stored) throws RefusedException {
    String file = stored.source().getFileName().toString();
    try (JarFile jar = new JarFile(stored.file().toFile(), false)) {
      Manifest manifest = manifest(jar, file);
      checkBundle(manifest.getMainAttributes(), file);
      checkPackages(jar, manifest, file);
      Attributes headers = manifest.getMainAttributes();
      return new Candidate(
          stored,
          firstClause(headers.getValue(Constants.BUNDLE_SYMBOLICNAME)),
          version(headers, file),
          description(jar, file).extensions());
    } catch (IOException e) {
      throw new RefusedException(
          "'%s' is not a readable jar: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Manifest manifest(JarFile jar, String file) throws IOException, RefusedException {
    return Optional.ofNullable(jar.getManifest())
        .orElseThrow(() -> new RefusedException("'" + file + "' is no bundle: it has no manifest"));
  }

  private static void checkBundle(Attributes headers, String file) throws RefusedException {
    if (headers.getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
      throw new RefusedException(
          "'%s' is no bundle: its manifest has no Bundle-SymbolicName. Build it with"
                  .formatted(file)
              + " vertebra-plugin-parent");
    }
    if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
      throw new RefusedException(
          "'%s' is a fragment of another bundle, but a plugin stands alone".formatted(file));
    }
    // One plugin that used classes of another would have to go whenever the other one goes.
    String exports = headers.getValue(Constants.EXPORT_PACKAGE);
    if (exports != null) {
      throw new RefusedException(
          "'%s' exports the package %s, but a plugin exports none: make its packages private"
              .formatted(file, firstClause(exports)));
    }
  }

  private static String firstClause(String header) {
    return header.replaceFirst("[;,].*", "").strip();
  }

  private void checkPackages(JarFile jar, Manifest manifest, String file)
      throws IOException, RefusedException {
    Optional<String> embedded =
        BundleClasses.packages(jar, manifest).stream().filter(this::isOfHost).sorted().findFirst();
    if (embedded.isPresent()) {
      throw new RefusedException(
          ("'%s' embeds the package %s, which the runtime provides: give that dependency the scope"
                  + " 'provided' and build the jar again")
              .formatted(file, embedded.get()));
    }
  }

  private boolean isOfHost(String name) {
    return Stream.of("ai.djl.", "org.slf4j.").anyMatch((name + ".")::startsWith)
        || (name.startsWith("io.vertebra.") && hostPackages.contains(name));
  }

  private static Version version(Attributes headers, String file) throws RefusedException {
    String version = headers.getValue(Constants.BUNDLE_VERSION);
    try {
      return Version.parseVersion(version);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          "'%s' has the Bundle-Version '%s', which is no version such as 1.2.0"
              .formatted(file, version),
          e);
    }
  }

  private static DescriptorFile description(JarFile jar, String file)
      throws IOException, RefusedException {
    ZipEntry entry = jar.getEntry(DescriptorFile.PATH);
    if (entry == null) {
      throw new RefusedException(
          ("'%s' describes no plugins: %s is missing. Compile it with vertebra-api as annotation"
                  + " processor")
              .formatted(file, DescriptorFile.PATH));
    }
    try (Reader json = new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8)) {
      return new DescriptorReader().read(json);
    } catch (IOException e) {
      throw new RefusedException(
          "'%s' has a bad %s: %s".formatted(file, DescriptorFile.PATH, e.getMessage()), e);
    }
  }
}
