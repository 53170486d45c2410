package io.vertebra.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes bundles of others. */
final class BundleJar {
  private BundleJar() {}

  /** Copies a bundle to one that asks for one package more. */
  static void importing(String packageName, Path bundle, Path target) throws IOException {
    try (JarInputStream in = new JarInputStream(Files.newInputStream(bundle))) {
      Manifest manifest = in.getManifest();
      Attributes attributes = manifest.getMainAttributes();
      String imports = attributes.getValue("Import-Package");
      attributes.putValue("Import-Package", packageName + "," + imports);
      copy(in, manifest, target).close();
    }
  }

  /** Copies a bundle to one that has a class of somebody else in it. */
  static void embedding(String classFile, Path bundle, Path target) throws IOException {
    try (JarInputStream in = new JarInputStream(Files.newInputStream(bundle));
        JarOutputStream out = copy(in, in.getManifest(), target)) {
      out.putNextEntry(new JarEntry(classFile));
    }
  }

  /** Copies the entries; the target is owned by the caller. */
  private static JarOutputStream copy(JarInputStream in, Manifest manifest, Path target)
      throws IOException {
    JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest);
    for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
      out.putNextEntry(new JarEntry(entry.getName()));
      in.transferTo(out);
    }
    return out;
  }
}
