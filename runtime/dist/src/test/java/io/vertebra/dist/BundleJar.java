package io.vertebra.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes bundles without classes. */
final class BundleJar {
  private BundleJar() {}

  /** Writes a bundle that asks for a package. */
  static void importing(String packageName, String bundleName, Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", bundleName);
    attributes.putValue("Bundle-Version", "1.0.0");
    attributes.putValue("Import-Package", packageName);
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
  }
}
