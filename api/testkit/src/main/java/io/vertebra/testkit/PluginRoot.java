package io.vertebra.testkit;

import io.vertebra.api.plugin.Plugin;
import io.vertebra.registry.schema.DescriptorFile;
import io.vertebra.registry.schema.DescriptorReader;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A jar or a folder of the class path that describes plugins.
 *
 * @param location the jar or the folder
 * @param extensions its parts
 */
record PluginRoot(Path location, List<ExtensionDescriptor> extensions) {
  /** Finds all that have parts. */
  static List<PluginRoot> onClassPath(ClassLoader loader) throws IOException {
    List<PluginRoot> roots = new ArrayList<>();
    for (URL url : Collections.list(loader.getResources(DescriptorFile.PATH))) {
      List<ExtensionDescriptor> extensions = read(url).extensions();
      if (!extensions.isEmpty()) {
        roots.add(new PluginRoot(location(url), extensions));
      }
    }
    return roots;
  }

  private static DescriptorFile read(URL url) throws IOException {
    try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
      return new DescriptorReader().read(reader);
    }
  }

  private static Path location(URL description) throws IOException {
    URLConnection connection = description.openConnection();
    try {
      if (connection instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      String folder = description.toString();
      return Path.of(new URI(folder.substring(0, folder.length() - DescriptorFile.PATH.length())));
    } catch (URISyntaxException e) {
      throw new IOException("'" + description + "' is no place of a plugin", e);
    }
  }

  /** Whether it has the manifest of a bundle with parts. */
  boolean isBundle() throws IOException {
    Manifest manifest = manifest();
    String provided = manifest.getMainAttributes().getValue("Provide-Capability");
    return provided != null && provided.contains(Plugin.NAMESPACE);
  }

  private Manifest manifest() throws IOException {
    if (Files.isRegularFile(location)) {
      try (JarFile jar = new JarFile(location.toFile())) {
        return jar.getManifest() == null ? new Manifest() : jar.getManifest();
      }
    }
    Path file = location.resolve(JarFile.MANIFEST_NAME);
    if (Files.notExists(file)) {
      return new Manifest();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new Manifest(in);
    }
  }

  /** The jar itself, or one made of the folder. */
  Path jar(Path folder) throws IOException {
    if (Files.isRegularFile(location)) {
      return location;
    }
    Path jar = Files.createTempFile(folder, "plugin", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files()) {
        out.putNextEntry(new ZipEntry(location.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  /** All files, the manifest first, where readers of streams look for it. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Path manifest = location.resolve(JarFile.MANIFEST_NAME);
    files.add(manifest);
    try (var walk = Files.walk(location)) {
      walk.filter(Files::isRegularFile).filter(file -> !file.equals(manifest)).forEach(files::add);
    }
    return files;
  }
}
