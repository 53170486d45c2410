package io.vertebra.docs;

import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What the manifest of a bundle says.
 *
 * @param name its symbolic name
 * @param imports names of packages
 * @param exports names of packages
 */
record BundleManifest(String name, List<String> imports, List<String> exports) {
  static List<BundleManifest> ofPluginsOnClassPath() throws IOException {
    List<BundleManifest> bundles = new ArrayList<>();
    ClassLoader loader = BundleManifest.class.getClassLoader();
    for (URL url : Collections.list(loader.getResources(JarFile.MANIFEST_NAME))) {
      try (InputStream in = url.openStream()) {
        Attributes headers = new Manifest(in).getMainAttributes();
        if (text(headers, "Provide-Capability").contains(Plugin.NAMESPACE)) {
          bundles.add(
              new BundleManifest(
                  text(headers, "Bundle-SymbolicName"),
                  packages(text(headers, "Import-Package")),
                  packages(text(headers, "Export-Package"))));
        }
      }
    }
    return bundles;
  }

  private static String text(Attributes headers, String name) {
    String value = headers.getValue(name);
    return value == null ? "" : value;
  }

  /** The names of a header, without versions, in whose quotes commas may stand. */
  private static List<String> packages(String header) {
    return Arrays.stream(header.replaceAll("\"[^\"]*\"", "").split(",", -1))
        .map(clause -> clause.replaceAll(";.*", "").strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
