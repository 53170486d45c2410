package io.vertebra.host.plugin;

import static io.vertebra.host.plugin.HostFixture.indices;
import static io.vertebra.host.plugin.HostFixture.lease;
import static io.vertebra.host.plugin.HostFixture.only;
import static io.vertebra.host.plugin.HostFixture.sampler;
import static io.vertebra.host.plugin.HostFixture.states;
import static io.vertebra.host.plugin.PluginState.ACTIVE;
import static io.vertebra.host.plugin.PluginState.REFUSED;
import static io.vertebra.host.plugin.PluginState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.plugin.Kind;
import io.vertebra.host.fixture.PluginJar;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension.Lease;
import io.vertebra.registry.catalog.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginHostTest {
  @TempDir private static Path built;
  private static Path random1;
  private static Path random2;
  private static Path otherRandom;

  @TempDir private Path plugins;
  @TempDir private Path elsewhere;

  @BeforeAll
  static void buildPlugins() {
    random1 = PluginJar.of("acme.random", "1.0.0").sampler("Random", 1).write(at("random-1.jar"));
    random2 =
        PluginJar.of("acme.random", "1.1.0")
            .sampler("Random", 2)
            .sampler("Shuffle", 3)
            .write(at("random-2.jar"));
    otherRandom =
        PluginJar.of("other.random", "7.0.0")
            .sampler("Random", 4)
            .sampler("Sorted", 5)
            .write(at("other.jar"));
  }

  private static Path at(String name) {
    return built.resolve(name);
  }

  private Path drop(Path jar, String name) throws IOException {
    // As a careful copier does: the jar appears whole.
    Path part = Files.copy(jar, elsewhere.resolve(name));
    Files.deleteIfExists(plugins.resolve(name));
    return Files.move(part, plugins.resolve(name));
  }

  @Test
  void partsOfTheFoldersJarsAreInTheCatalog() throws Exception {
    drop(random1, "random.jar");
    try (PluginHost host = HostFixture.open(plugins);
        Lease lease = lease(host, "Random")) {
      assertThat(indices(lease, 9)).containsExactly(9, 1);
      assertThat(sampler(host.catalog(), "Random").owner())
          .isEqualTo(new Owner("acme.random", "1.0.0"));
      assertThat(only(host, ACTIVE).source()).isEqualTo(plugins.resolve("random.jar"));
    }
  }

  @Test
  void catalogIsASnapshot() throws Exception {
    try (PluginHost host = HostFixture.open(plugins)) {
      Catalog before = host.catalog();
      host.install(random1);

      assertThat(before.list(Kind.SAMPLER)).isEmpty();
      assertThat(host.catalog().list(Kind.SAMPLER)).hasSize(1);
    }
  }

  @Test
  void installedJarMayBeDeleted() throws Exception {
    Path jar = Files.copy(random1, elsewhere.resolve("upload.jar"));
    try (PluginHost host = HostFixture.open(plugins)) {
      assertThat(host.install(jar).state()).isEqualTo(ACTIVE);
      Files.delete(jar);
      host.scan();
      try (Lease lease = lease(host, "Random")) {
        assertThat(indices(lease, 0)).containsExactly(0, 1);
      }
    }
  }

  @Test
  void copiesStayInTheCacheFolderThatIsGiven() throws Exception {
    Path cache = elsewhere.resolve("cache");
    drop(random1, "random.jar");
    PluginHostOptions options =
        new PluginHostOptions(List.of(plugins), Optional.of(cache), binder -> {});
    PluginHost.open(options).close();
    PluginHost.open(options).close();

    assertThat(cache)
        .isDirectoryContaining("glob:**.jar")
        .satisfies(c -> assertThat(c.toFile().list()).hasSize(1));
  }

  @Test
  void newestVersionIsBuiltAndAnOlderOneComesBackWhenItGoes() throws Exception {
    drop(random1, "a.jar");
    drop(random2, "b.jar");
    try (PluginHost host = HostFixture.open(plugins)) {
      assertThat(states(host)).containsExactly(SUPERSEDED, ACTIVE);
      assertThat(host.catalog().list(Kind.SAMPLER)).hasSize(2);
      try (Lease lease = lease(host, "Random")) {
        assertThat(indices(lease, 0)).containsExactly(0, 2);
      }

      host.uninstall("acme.random", "1.1.0");

      assertThat(states(host)).containsExactly(ACTIVE);
      try (Lease lease = lease(host, "Random")) {
        assertThat(indices(lease, 0)).containsExactly(0, 1);
      }
    }
  }

  @Test
  void uninstallWithoutAVersionTakesThemAll() throws Exception {
    try (PluginHost host = HostFixture.open(plugins)) {
      host.install(random1);
      host.install(random2);
      host.uninstall("acme.random");

      assertThat(host.plugins()).isEmpty();
      assertThat(host.catalog().list(Kind.SAMPLER)).isEmpty();
    }
  }

  @Test
  void uninstallOfAnUnknownPluginSaysWhatThereIs() throws Exception {
    try (PluginHost host = HostFixture.open(plugins)) {
      host.install(random1);
      assertThatThrownBy(() -> host.uninstall("acme.randm"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no plugin 'acme.randm'; there are [acme.random 1.0.0]");
    }
  }

  @Test
  void secondBundleWithATypeIsRefusedAsAWhole() throws Exception {
    drop(random1, "a.jar");
    drop(otherRandom, "b.jar");
    try (PluginHost host = HostFixture.open(plugins)) {
      assertThat(only(host, REFUSED).reason())
          .isEqualTo(
              "plugin other.random 7.0.0 provides the sampler 'Random', and so does plugin"
                  + " acme.random 1.0.0, which came first: remove one of the two, or write"
                  + " 'type: other.random/Random' where this one is meant");
      assertThat(host.catalog().find(Kind.SAMPLER, "Sorted")).isEmpty();
      assertThat(host.catalog().unavailable())
          .extracting(there -> there.owner() + "/" + there.descriptor().type())
          .containsExactly("other.random 7.0.0/Random", "other.random 7.0.0/Sorted");
    }
  }

  @Test
  void whoSaysWhosePartIsMeantGetsThatOfTheSecondBundle() throws Exception {
    drop(random1, "a.jar");
    drop(otherRandom, "b.jar");
    try (PluginHost host = HostFixture.open(plugins)) {
      try (Lease first = lease(host, "Random");
          Lease second = lease(host, "other.random/Random");
          Lease third = lease(host, "other.random/Sorted")) {
        assertThat(indices(first, 0)).containsExactly(0, 1);
        assertThat(indices(second, 0)).containsExactly(0, 4);
        assertThat(indices(third, 0)).containsExactly(0, 5);
        assertThat(sampler(host.catalog(), "acme.random/Random"))
            .isEqualTo(sampler(host.catalog(), "Random"));
      }
      assertThat(states(host)).containsExactly(ACTIVE, REFUSED);
    }
  }

  @Test
  void secondBundleThatIsInUseStaysWhenItsTurnComes() throws Exception {
    Path first = drop(random1, "a.jar");
    drop(otherRandom, "b.jar");
    try (PluginHost host = HostFixture.open(plugins);
        Lease before = lease(host, "other.random/Random")) {
      Files.delete(first);
      host.scan();

      assertThat(only(host, ACTIVE).owner()).contains(new Owner("other.random", "7.0.0"));
      try (Lease after = lease(host, "Random")) {
        assertThat(after.pluginClass()).isSameAs(before.pluginClass());
      }
    }
  }

  @Test
  void refusedBundleIsTakenOnceTheOtherIsGone() throws Exception {
    Path first = drop(random1, "a.jar");
    drop(otherRandom, "b.jar");
    try (PluginHost host = HostFixture.open(plugins)) {
      Files.delete(first);
      host.scan();

      assertThat(only(host, ACTIVE).owner()).contains(new Owner("other.random", "7.0.0"));
      assertThat(host.catalog().unavailable()).isEmpty();
      assertThat(host.catalog().find(Kind.SAMPLER, "other.random/Random")).isPresent();
      assertThat(host.catalog().find(Kind.SAMPLER, "acme.random/Random")).isEmpty();
    }
  }

  @Test
  void sameVersionInTwoJarsIsRefused() throws Exception {
    drop(random1, "a.jar");
    drop(random1, "b.jar");
    try (PluginHost host = HostFixture.open(plugins)) {
      assertThat(only(host, REFUSED).reason())
          .startsWith("plugin acme.random 1.0.0 of '")
          .contains("is already installed from '", "a.jar': remove one of the two jars");
    }
  }

  @Test
  void scanFollowsTheFolder() throws Exception {
    try (PluginHost host = HostFixture.open(plugins)) {
      Path jar = drop(random1, "random.jar");
      host.scan();
      assertThat(only(host, ACTIVE).owner()).contains(new Owner("acme.random", "1.0.0"));

      drop(random2, "random.jar");
      host.scan();
      assertThat(only(host, ACTIVE).owner()).contains(new Owner("acme.random", "1.1.0"));

      Files.delete(jar);
      host.scan();
      assertThat(host.plugins()).isEmpty();
    }
  }

  @Test
  void renamedJarStaysInUse() throws Exception {
    Path jar = drop(random1, "a.jar");
    try (PluginHost host = HostFixture.open(plugins);
        Lease lease = lease(host, "Random")) {
      Files.move(jar, plugins.resolve("b.jar"));
      host.scan();

      assertThat(only(host, ACTIVE).source()).isEqualTo(plugins.resolve("b.jar"));
      try (Lease second = lease(host, "Random")) {
        assertThat(second.pluginClass()).isSameAs(lease.pluginClass());
      }
    }
  }

  @Test
  void halfCopiedJarDoesNoHarm() throws Exception {
    Path jar = drop(random1, "random.jar");
    try (PluginHost host = HostFixture.open(plugins)) {
      byte[] whole = Files.readAllBytes(random2);
      Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
      host.scan();
      assertThat(states(host)).containsExactly(ACTIVE, REFUSED);
      assertThat(only(host, ACTIVE).owner()).contains(new Owner("acme.random", "1.0.0"));

      Files.write(jar, whole);
      host.scan();
      assertThat(only(host, ACTIVE).owner()).contains(new Owner("acme.random", "1.1.0"));
      assertThat(host.plugins()).hasSize(1);
    }
  }

  @Test
  void missingFolderIsSaid() {
    assertThatThrownBy(() -> HostFixture.open(plugins.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void closedHostSaysSo() throws Exception {
    PluginHost host = HostFixture.open(plugins);
    host.close();
    host.close();

    assertThatThrownBy(host::scan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the plugin host is closed");
    assertThat(host.catalog().list(Kind.SAMPLER)).isEmpty();
  }
}
