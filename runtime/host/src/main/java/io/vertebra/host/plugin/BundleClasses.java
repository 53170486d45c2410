package io.vertebra.host.plugin;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.osgi.framework.Constants;

/** Lists the packages that a bundle brings along, on each entry of its class path. */
final class BundleClasses {
  private static final Pattern MULTI_RELEASE = Pattern.compile("^META-INF/versions/\\d+/");
  private static final Pattern LIST = Pattern.compile("\\s*,\\s*");

  private final JarFile jar;
  private final Set<String> packages = new HashSet<>();

  private BundleClasses(JarFile jar) {
    this.jar = jar;
  }

  /**
   * Lists the packages of a bundle that have classes.
   *
   * @param jar the bundle, stays open
   * @param manifest its manifest
   * @return the names of the packages
   * @throws IOException if the jar or one within it cannot be read
   */
  static Set<String> packages(JarFile jar, Manifest manifest) throws IOException {
    BundleClasses classes = new BundleClasses(jar);
    String classPath =
        Optional.ofNullable(manifest.getMainAttributes().getValue(Constants.BUNDLE_CLASSPATH))
            .orElse(".");
    for (String element : LIST.split(classPath, -1)) {
      classes.add(element.replaceFirst(";.*", "").strip());
    }
    return classes.packages;
  }

  private void add(String element) throws IOException {
    JarEntry entry = jar.getJarEntry(element);
    if (entry == null || entry.isDirectory()) {
      String folder = element.equals(".") ? "" : element.replaceFirst("/?$", "/");
      jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(folder))
          .forEach(name -> addClass(name.substring(folder.length())));
      return;
    }
    try (ZipInputStream nested = new ZipInputStream(jar.getInputStream(entry))) {
      for (ZipEntry next = nested.getNextEntry(); next != null; next = nested.getNextEntry()) {
        addClass(next.getName());
      }
    }
  }

  private void addClass(String entry) {
    String name = MULTI_RELEASE.matcher(entry).replaceFirst("");
    int slash = name.lastIndexOf('/');
    if (name.endsWith(".class") && slash > 0) {
      packages.add(name.substring(0, slash).replace('/', '.'));
    }
  }
}
