package io.vertebra.host.plugin;

import static io.vertebra.host.plugin.HostFixture.indices;
import static io.vertebra.host.plugin.HostFixture.lease;
import static io.vertebra.host.plugin.HostFixture.only;
import static io.vertebra.host.plugin.HostFixture.sampler;
import static io.vertebra.host.plugin.HostFixture.states;
import static io.vertebra.host.plugin.PluginState.ACTIVE;
import static io.vertebra.host.plugin.PluginState.DRAINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.host.fixture.PluginJar;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Extension.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaseTest {
  @TempDir private static Path built;
  private static Path first;
  private static Path second;

  @TempDir private Path folder;
  private PluginHost host;

  @BeforeAll
  static void buildPlugins() {
    String helper = "package acme; public final class Helper { public int value() { return 7; } }";
    first =
        PluginJar.of("acme.random", "1.0.0")
            .sampler("Random", 1)
            .source("acme.Helper", helper)
            .write(built.resolve("1.jar"));
    second =
        PluginJar.of("acme.random", "1.0.0").sampler("Random", 2).write(built.resolve("2.jar"));
  }

  @BeforeEach
  void open() throws IOException {
    Files.copy(first, folder.resolve("random.jar"));
    host =
        PluginHost.open(
            new PluginHostOptions(
                List.of(folder),
                Optional.empty(),
                binder -> binder.bind(StringBuilder.class).toProvider(StringBuilder::new)));
  }

  @AfterEach
  void close() {
    host.close();
  }

  private void replaceJar() throws IOException {
    Files.copy(second, folder.resolve("random.jar"), StandardCopyOption.REPLACE_EXISTING);
    host.scan();
  }

  @Test
  void replacedJarStaysForThoseWhoUseIt() throws Exception {
    Lease old = lease(host, "Random");
    replaceJar();

    assertThat(states(host)).containsExactly(DRAINING, ACTIVE);
    assertThat(only(host, DRAINING).reason()).isEqualTo("goes when the last of 1 leases is closed");
    assertThat(old.pluginClass().getClassLoader().loadClass("acme.Helper")).isNotNull();
    assertThat(indices(old, 0)).containsExactly(0, 1);
    try (Lease now = lease(host, "Random")) {
      assertThat(indices(now, 0)).containsExactly(0, 2);
    }

    old.close();
    assertThat(states(host)).containsExactly(ACTIVE);
  }

  @Test
  void runningJobGoesOnBuildingFromItsCatalog() throws Exception {
    Extension extension = sampler(host.catalog(), "Random");
    Lease running = extension.provider().lease();
    replaceJar();
    Lease another = extension.provider().lease();
    assertThat(another.pluginClass()).isSameAs(running.pluginClass());

    running.close();
    assertThat(states(host)).containsExactly(DRAINING, ACTIVE);
    another.close();
    assertThat(states(host)).containsExactly(ACTIVE);
    assertThatThrownBy(extension.provider()::lease)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("plugin acme.random 1.0.0 is no longer installed");
  }

  @Test
  void drainingPluginComesBackWithItsBytes() throws Exception {
    try (Lease running = lease(host, "Random")) {
      host.uninstall("acme.random");
      assertThat(host.catalog().unavailable()).isEmpty();
      assertThat(states(host)).containsExactly(DRAINING);

      assertThat(host.install(first).state()).isEqualTo(ACTIVE);
      try (Lease again = lease(host, "Random")) {
        assertThat(again.pluginClass()).isSameAs(running.pluginClass());
      }
    }
    assertThat(states(host)).containsExactly(ACTIVE);
  }

  @Test
  void installReplacesAnotherBuildOfTheSameVersion() throws Exception {
    try (Lease old = lease(host, "Random")) {
      PluginInfo installed = host.install(second);
      assertThat(installed.source()).isEqualTo(second);
      assertThat(installed.state()).isEqualTo(ACTIVE);
      assertThat(indices(old, 0)).containsExactly(0, 1);
    }
    assertThat(states(host)).containsExactly(ACTIVE);
    try (Lease now = lease(host, "Random")) {
      assertThat(indices(now, 0)).containsExactly(0, 2);
    }
  }

  @Test
  void closedLeaseGivesNothing() {
    Lease lease = lease(host, "Random");
    lease.close();
    lease.close();

    assertThatThrownBy(lease::pluginClass).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> lease.service(StringBuilder.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the lease is closed");
  }

  @Test
  void secondCloseIsNotCounted() {
    Lease one = lease(host, "Random");
    try (Lease other = lease(host, "Random")) {
      host.uninstall("acme.random");
      one.close();
      one.close();
      assertThat(states(host)).containsExactly(DRAINING);
      assertThat(other.pluginClass()).isNotNull();
    }
    assertThat(host.plugins()).isEmpty();
  }

  @Test
  void servicesAreThoseOfTheHost() {
    try (Lease lease = lease(host, "Random")) {
      assertThat(lease.service(StringBuilder.class)).isInstanceOf(StringBuilder.class);
      assertThatThrownBy(() -> lease.service(Thread.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the host has no service of type 'java.lang.Thread'; it has [")
          .hasMessageContaining("java.lang.StringBuilder");
    }
  }

  @Test
  void classThatCannotBeLoadedIsNamed() {
    host.install(
        PluginJar.of("acme.broken", "2.0.0")
            .sampler("Broken", 1)
            .entry("acme/Broken.class", new byte[] {1, 2, 3})
            .write(built.resolve("broken.jar")));
    Extension broken = sampler(host.catalog(), "Broken");

    assertThatThrownBy(broken.provider()::lease)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("'Broken' of plugin acme.broken 2.0.0 cannot be loaded: ");
    host.uninstall("acme.broken");
    assertThat(states(host)).containsExactly(ACTIVE);
  }

  @Test
  void hostClosesOverOpenLeases() throws Exception {
    Extension extension = sampler(host.catalog(), "Random");
    Lease open = extension.provider().lease();
    host.close();

    assertThat(indices(open, 3)).containsExactly(3, 1);
    assertThatThrownBy(extension.provider()::lease).isInstanceOf(IllegalStateException.class);
    open.close();
    assertThat(host.plugins()).isEmpty();
  }

  @Test
  void manyThreadsBuildWhileThePluginIsReplaced() throws Exception {
    AtomicBoolean replacing = new AtomicBoolean(true);
    ExecutorService builders = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> built =
          Stream.generate(() -> builders.submit(() -> buildWhile(replacing))).limit(4).toList();
      for (int i = 0; i < 20; i++) {
        host.install(i % 2 == 0 ? second : first);
      }
      replacing.set(false);
      for (Future<Integer> one : built) {
        assertThat(one.get()).isPositive();
      }
    } finally {
      replacing.set(false);
      builders.shutdown();
    }
    assertThat(states(host)).containsExactly(ACTIVE);
  }

  private int buildWhile(AtomicBoolean replacing) throws ReflectiveOperationException {
    int built = 0;
    do {
      Extension extension = sampler(host.catalog(), "Random");
      try (Lease lease = extension.provider().lease()) {
        assertThat(indices(lease, 3)).startsWith(3);
        built++;
      } catch (IllegalStateException e) {
        // The snapshot was of a revision that has gone since.
        assertThat(e).hasMessageContaining("is no longer installed");
      }
    } while (replacing.get() || built == 0);
    return built;
  }
}
