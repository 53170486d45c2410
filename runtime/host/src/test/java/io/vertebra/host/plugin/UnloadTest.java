package io.vertebra.host.plugin;

import static io.vertebra.host.plugin.HostFixture.indices;
import static io.vertebra.host.plugin.HostFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.vertebra.api.data.Sampler;
import io.vertebra.api.plugin.Kind;
import io.vertebra.host.fixture.PluginJar;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension.Lease;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes must be able to go: the class loader of a bundle is collected after it. */
final class UnloadTest {
  private static final int CYCLES = 50;

  /** Classes that the host itself may load for the first time in one of the cycles. */
  private static final int LATE_CLASSES = 20;

  @TempDir private static Path folder;
  private static Path jar;

  private PluginHost host;

  @BeforeAll
  static void buildPlugin() {
    jar = PluginJar.of("acme.random", "1.0.0").sampler("Random", 1).write(folder.resolve("r.jar"));
  }

  @BeforeEach
  void open() throws IOException {
    host =
        PluginHost.open(
            new PluginHostOptions(
                List.of(),
                Optional.empty(),
                binder -> binder.bind(StringBuilder.class).toProvider(StringBuilder::new)));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void classLoaderGoesWithItsPlugin() throws Exception {
    host.install(jar);
    Catalog snapshot = host.catalog();
    Garbage loader = useOnce();
    host.uninstall("acme.random");

    assertThat(loader.isCollected()).isTrue();
    assertThat(snapshot.list(Kind.SAMPLER)).as("a snapshot that is still held").hasSize(1);
  }

  @Test
  void classLoaderGoesWithTheLastLease() throws Exception {
    host.install(jar);
    Lease lease = lease(host, "Random");
    Garbage loader = new Garbage(lease.pluginClass().getClassLoader());
    host.uninstall("acme.random");
    assertThat(loader.isKept()).isTrue();

    lease.close();
    assertThat(loader.isCollected()).isTrue();
    assertThatThrownBy(lease::pluginClass).hasMessage("the lease is closed");
  }

  @Test
  void classLoaderGoesWithTheHost() throws Exception {
    host.install(jar);
    Garbage loader = useOnce();
    host.close();

    assertThat(loader.isCollected()).isTrue();
  }

  /** The control: this is what a leak looks like to the tests above, and why no child is used. */
  @Test
  void childOfACommonInjectorKeepsTheClassLoader() throws Exception {
    Injector common = Guice.createInjector();
    host.install(jar);
    Garbage loader = buildWithChildOf(common);
    host.uninstall("acme.random");

    assertThat(loader.isKept()).isTrue();
    assertThat(common.getAllBindings().keySet())
        .extracting(key -> key.getTypeLiteral().toString())
        .contains("acme.Random");
  }

  @Test
  void manyCyclesLeaveNoClassesBehind() throws Exception {
    cycle();
    System.gc();
    int before = loadedClasses();
    for (int i = 0; i < CYCLES; i++) {
      cycle();
    }

    assertThat(Garbage.collectUntil(() -> loadedClasses() <= before + LATE_CLASSES))
        .as("%d classes were loaded before, %d after", before, loadedClasses())
        .isTrue();
  }

  private void cycle() throws ReflectiveOperationException {
    host.install(jar);
    useOnce();
    host.uninstall("acme.random");
  }

  private Garbage useOnce() throws ReflectiveOperationException {
    try (Lease lease = lease(host, "Random")) {
      assertThat(lease.service(StringBuilder.class)).isNotNull();
      assertThat(indices(lease, 5)).containsExactly(5, 1);
      return new Garbage(lease.pluginClass().getClassLoader());
    }
  }

  private Garbage buildWithChildOf(Injector common) {
    try (Lease lease = lease(host, "Random")) {
      Injector child = common.createChildInjector();
      Sampler sampler = (Sampler) child.getInstance(lease.pluginClass());
      assertThat(sampler.indices(5)).containsExactly(5, 1);
      return new Garbage(lease.pluginClass().getClassLoader());
    }
  }

  private static int loadedClasses() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }
}
