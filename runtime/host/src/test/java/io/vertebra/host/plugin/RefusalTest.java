package io.vertebra.host.plugin;

import static io.vertebra.host.plugin.PluginState.REFUSED;
import static io.vertebra.host.plugin.PluginState.UNRESOLVED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.host.fixture.PluginJar;
import io.vertebra.registry.catalog.Catalog.Unavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that is no good is set aside with a sentence that says why, and the rest goes on. */
final class RefusalTest {
  @TempDir private Path folder;
  @TempDir private Path built;
  private PluginHost host;

  @BeforeEach
  void open() throws IOException {
    host = HostFixture.open(folder);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static PluginJar plugin() {
    return PluginJar.of("acme.random", "1.3.0").sampler("Random", 1);
  }

  private PluginInfo install(PluginJar jar) {
    return host.install(jar.write(built.resolve("x.jar")));
  }

  private void assertRefused(PluginInfo info, String reason) {
    assertThat(info.state()).isEqualTo(REFUSED);
    assertThat(info.reason()).isEqualTo(reason);
    assertThat(host.plugins()).isEmpty();
  }

  @Test
  void fileThatIsNoJar() throws Exception {
    Path file = Files.writeString(built.resolve("x.jar"), "no zip");
    PluginInfo info = host.install(file);
    assertThat(info.state()).isEqualTo(REFUSED);
    assertThat(info.reason()).startsWith("'x.jar' is not a readable jar: ");
    assertThat(info.owner()).isEmpty();
  }

  @Test
  void truncatedJar() throws Exception {
    byte[] whole = Files.readAllBytes(plugin().write(built.resolve("whole.jar")));
    Path file = Files.write(built.resolve("x.jar"), Arrays.copyOf(whole, whole.length - 100));
    assertThat(host.install(file).reason()).startsWith("'x.jar' is not a readable jar: ");
  }

  @Test
  void missingFile() {
    assertThat(host.install(built.resolve("no.jar")).reason())
        .contains("no.jar' cannot be copied: ", "NoSuchFileException");
  }

  @Test
  void jarWithoutManifest() throws Exception {
    Path file = Files.write(built.resolve("x.jar"), zip("a.txt", "a"));
    assertRefused(host.install(file), "'x.jar' is no bundle: it has no manifest");
  }

  @Test
  void jarThatIsNoBundle() throws Exception {
    Path file =
        Files.write(
            built.resolve("x.jar"), zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n"));
    assertRefused(
        host.install(file),
        "'x.jar' is no bundle: its manifest has no Bundle-SymbolicName. Build it with"
            + " vertebra-plugin-parent");
  }

  @Test
  void fragment() {
    assertRefused(
        install(plugin().header("Fragment-Host", "system.bundle")),
        "'x.jar' is a fragment of another bundle, but a plugin stands alone");
  }

  @Test
  void bundleThatExportsItsPackages() {
    assertRefused(
        install(plugin().header("Export-Package", "acme;version=1.0.0")),
        "'x.jar' exports the package acme, but a plugin exports none: make its packages private");
  }

  @Test
  void bundleThatEmbedsTheApi() {
    assertRefused(
        install(plugin().entry("io/vertebra/api/data/Sampler.class", new byte[] {1})),
        "'x.jar' embeds the package io.vertebra.api.data, which the runtime provides: give that"
            + " dependency the scope 'provided' and build the jar again");
  }

  @Test
  void bundleThatEmbedsDjlInAJarWithin() throws Exception {
    PluginInfo info =
        install(
            plugin()
                .header("Bundle-ClassPath", ".,lib/djl.jar")
                .entry("lib/djl.jar", zip("ai/djl/ndarray/NDArray.class", "")));
    assertRefused(
        info,
        "'x.jar' embeds the package ai.djl.ndarray, which the runtime provides: give that"
            + " dependency the scope 'provided' and build the jar again");
  }

  @Test
  void bundleThatEmbedsSlf4jForANewerJava() {
    assertThat(
            install(plugin().entry("META-INF/versions/9/org/slf4j/Logger.class", new byte[] {1}))
                .reason())
        .startsWith("'x.jar' embeds the package org.slf4j, ");
  }

  @Test
  void bundleWithoutDescription() {
    assertRefused(
        install(PluginJar.of("acme.empty", "1.0.0").source("acme.A", "package acme; class A {}")),
        "'x.jar' describes no plugins: META-INF/vertebra/extensions.json is missing. Compile it"
            + " with vertebra-api as annotation processor");
  }

  @Test
  void bundleWithADamagedDescription() {
    for (String text : new String[] {"{\"format\": 1, \"ext", "[]", "{\"format\": \"x\"}"}) {
      assertThat(
              install(plugin().entry("META-INF/vertebra/extensions.json", text.getBytes(UTF_8)))
                  .reason())
          .startsWith("'x.jar' has a bad META-INF/vertebra/extensions.json: ");
    }
  }

  @Test
  void bundleWithADescriptionOfTheFuture() {
    byte[] text = "{\"format\": 2}".getBytes(UTF_8);
    assertRefused(
        install(plugin().entry("META-INF/vertebra/extensions.json", text)),
        "'x.jar' has a bad META-INF/vertebra/extensions.json: the description has format 2, but"
            + " this runtime reads format 1");
  }

  @Test
  void bundleForANewerApi() {
    PluginInfo info =
        install(plugin().header("Import-Package", "io.vertebra.api.data;version=\"[2.1,3)\""));
    assertThat(info.state()).isEqualTo(UNRESOLVED);
    assertThat(info.reason())
        .isEqualTo(
            "plugin acme.random 1.3.0 needs package io.vertebra.api.data [2.1,3); the runtime has"
                + " 1.0: update the runtime, or use an older version of the plugin");
    assertThat(info.detail()).contains("Unable to resolve", "osgi.wiring.package");
  }

  @Test
  void bundleForAnOlderDjl() {
    assertThat(
            install(plugin().header("Import-Package", "ai.djl.ndarray;version=\"[0.30,0.31)\""))
                .reason())
        .isEqualTo(
            "plugin acme.random 1.3.0 needs package ai.djl.ndarray [0.30,0.31); the runtime has"
                + " 0.36: use a version of the plugin that is made for this runtime");
  }

  @Test
  void bundleThatNeedsWhatNobodyHas() {
    assertThat(
            install(
                    plugin()
                        .header(
                            "Import-Package",
                            "com.acme.math, com.acme.io, com.acme.log;resolution:=optional"))
                .reason())
        .isEqualTo(
            "plugin acme.random 1.3.0 needs package com.acme.math; the runtime has no such package:"
                + " put its classes into the plugin's jar (and 1 needs more)");
  }

  @Test
  void bundleForANewerJava() {
    assertThat(
            install(
                    plugin()
                        .header(
                            "Require-Capability",
                            "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""))
                .reason())
        .isEqualTo(
            "plugin acme.random 1.3.0 needs Java 99; the runtime runs on Java %d: use a newer Java"
                .formatted(Runtime.version().feature()));
  }

  @Test
  void bundleThatFailsToStart() {
    String activator =
        """
        package acme;
        public final class Start implements org.osgi.framework.BundleActivator {
          public void start(org.osgi.framework.BundleContext context) {
            throw new IllegalStateException("no licence");
          }
          public void stop(org.osgi.framework.BundleContext context) {}
        }
        """;
    assertRefused(
        install(plugin().source("acme.Start", activator).header("Bundle-Activator", "acme.Start")),
        "plugin acme.random 1.3.0 does not start: java.lang.IllegalStateException: no licence");
  }

  @Test
  void partsOfAnUnresolvedBundleAreKnownAndTheRestGoesOn() throws Exception {
    plugin().header("Import-Package", "com.acme.math").write(folder.resolve("a.jar"));
    PluginJar.of("acme.sorted", "1.0.0").sampler("Sorted", 2).write(folder.resolve("b.jar"));
    Files.writeString(folder.resolve("c.jar"), "no zip");
    host.scan();

    assertThat(HostFixture.states(host)).containsExactly(PluginState.ACTIVE, UNRESOLVED, REFUSED);
    Unavailable random = host.catalog().unavailable().get(0);
    assertThat(random.descriptor().type()).isEqualTo("Random");
    assertThat(random.owner().toString()).isEqualTo("acme.random 1.3.0");
    assertThat(random.reason()).contains("needs package com.acme.math");
  }

  private static byte[] zip(String path, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(path));
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
