package io.vertebra.host.framework;

import ai.djl.ndarray.NDArray;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.slf4j.Logger;

/**
 * The packages of the host's class path that bundles see: the API, DJL's API and slf4j. Names and
 * versions are those of the jars or class folders that are on the class path.
 *
 * @param exports the value of an {@code Export-Package} header
 */
public record SystemPackages(String exports) {
  private static final String API = "io.vertebra.";
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final String CLASS_SUFFIX = ".class";

  /**
   * Reads the packages.
   *
   * @param classPath loader of the host
   * @return the packages
   * @throws IOException if a jar of the class path cannot be read
   */
  public static SystemPackages read(ClassLoader classPath) throws IOException {
    Collection<String> exports = new TreeSet<>();
    for (URL url : Collections.list(classPath.getResources(JarFile.MANIFEST_NAME))) {
      exportsOf(manifest(url)).filter(SystemPackages::isApi).ifPresent(exports::add);
    }
    exports.add(slf4j());
    exports.add(djl());
    return new SystemPackages(String.join(",", exports));
  }

  /**
   * Lists the packages.
   *
   * @return their names
   */
  public Set<String> names() {
    // Quotes hold commas of their own.
    return Arrays.stream(QUOTED.matcher(exports).replaceAll("").split(",", -1))
        .map(clause -> clause.replaceFirst(";.*", "").strip())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isApi(String header) {
    return header.startsWith(API) || header.contains("," + API);
  }

  private static Optional<String> exportsOf(Manifest manifest) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(Constants.EXPORT_PACKAGE));
  }

  private static Manifest manifest(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return new Manifest(in);
    }
  }

  private static String slf4j() throws IOException {
    try (JarFile jar = new JarFile(jarOf(Logger.class))) {
      return exportsOf(jar.getManifest())
          .orElseThrow(() -> new IOException(jar.getName() + " exports no packages"));
    }
  }

  private static String djl() throws IOException {
    try (JarFile jar = new JarFile(jarOf(NDArray.class))) {
      // DJL's jar has no OSGi headers, so its packages are those that hold classes.
      String version =
          jar.getManifest().getMainAttributes().getValue(Attributes.Name.SPECIFICATION_VERSION);
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(CLASS_SUFFIX) && name.startsWith("ai/djl/"))
          .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
          .distinct()
          .map(name -> name + ";version=\"" + version + "\"")
          .collect(Collectors.joining(","));
    }
  }

  private static File jarOf(Class<?> type) throws IOException {
    URL location = type.getProtectionDomain().getCodeSource().getLocation();
    try {
      return new File(location.toURI());
    } catch (URISyntaxException e) {
      throw new IOException("'" + location + "' is no place of a jar", e);
    }
  }
}
