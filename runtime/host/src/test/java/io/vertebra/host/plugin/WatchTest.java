package io.vertebra.host.plugin;

import static io.vertebra.host.plugin.HostFixture.indices;
import static io.vertebra.host.plugin.HostFixture.lease;
import static io.vertebra.host.plugin.HostFixture.only;
import static io.vertebra.host.plugin.HostFixture.sampler;
import static io.vertebra.host.plugin.HostFixture.states;
import static io.vertebra.host.plugin.PluginEvent.Type.INSTALLED;
import static io.vertebra.host.plugin.PluginEvent.Type.REMOVED;
import static io.vertebra.host.plugin.PluginEvent.Type.REPLACED;
import static io.vertebra.host.plugin.PluginEvent.Type.SET_ASIDE;
import static io.vertebra.host.plugin.PluginState.ACTIVE;
import static io.vertebra.host.plugin.PluginState.DRAINING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.plugin.Kind;
import io.vertebra.host.fixture.PluginJar;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Extension.Lease;
import io.vertebra.registry.catalog.Owner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in a folder takes effect by itself. */
final class WatchTest {
  private static final int REPLACEMENTS = 100;

  /** Classes that the host itself may load for the first time in one of the replacements. */
  private static final int LATE_CLASSES = 20;

  @TempDir private static Path built;
  private static Path first;
  private static Path second;

  @TempDir private Path temporary;
  private Path folder;
  private Path jar;
  private PluginHost host;
  private final EventLog events = new EventLog();

  @BeforeAll
  static void buildPlugins() {
    first = PluginJar.of("acme.random", "1.0.0").sampler("Random", 1).write(built.resolve("1.jar"));
    second =
        PluginJar.of("acme.random", "1.1.0").sampler("Random", 2).write(built.resolve("2.jar"));
  }

  @BeforeEach
  void watch() throws IOException {
    folder = Files.createDirectory(temporary.resolve("plugins"));
    jar = folder.resolve("random.jar");
    host = HostFixture.open(folder);
    host.addListener(events);
    host.watch();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private void drop(Path source) throws IOException {
    Files.copy(source, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private void assertNumber(int number) throws ReflectiveOperationException {
    try (Lease lease = lease(host, "Random")) {
      assertThat(indices(lease, 4)).containsExactly(4, number);
    }
  }

  @Test
  void droppedReplacedAndRemovedJarsAreFollowed() throws Exception {
    drop(first);
    PluginEvent installed = events.next(INSTALLED);
    assertThat(installed.jar()).isEqualTo(jar);
    assertThat(installed.owner()).contains(new Owner("acme.random", "1.0.0"));
    assertThat(installed.message())
        .isEqualTo("plugin acme.random 1.0.0 is installed from '%s'", jar);
    assertNumber(1);

    drop(second);
    assertThat(events.next(REPLACED).message())
        .isEqualTo("plugin acme.random 1.1.0 of '%s' takes the place of acme.random 1.0.0", jar);
    assertNumber(2);

    Files.delete(jar);
    assertThat(events.next(REMOVED).message()).isEqualTo("plugin acme.random 1.1.0 is removed");
    assertThat(host.catalog().list(Kind.SAMPLER)).isEmpty();
    assertThat(events.rest()).isEmpty();
  }

  @Test
  void slowCopyIsWaitedFor() throws Exception {
    byte[] bytes = Files.readAllBytes(first);
    Looks looks = new Looks();
    int piece = bytes.length / 4 + 1;
    for (int start = 0; start < bytes.length; start += piece) {
      looks.next();
      int end = Math.min(start + piece, bytes.length);
      Files.write(jar, Arrays.copyOfRange(bytes, start, end), CREATE, APPEND);
    }
    assertThat(events.next(INSTALLED).jar()).isEqualTo(jar);
    assertThat(events.rest()).isEmpty();
    assertNumber(1);
  }

  /** Waits until the watcher has looked twice: another jar comes or goes, and that is followed. */
  private final class Looks {
    private final Path other =
        PluginJar.of("acme.other", "1.0.0").sampler("Other", 1).write(built.resolve("other.jar"));
    private final Path copy = folder.resolve("z.jar");

    void next() throws Exception {
      if (Files.deleteIfExists(copy)) {
        assertThat(events.next(REMOVED).jar()).isEqualTo(copy);
      } else {
        Files.copy(other, copy);
        assertThat(events.next(INSTALLED).jar()).isEqualTo(copy);
      }
    }
  }

  @Test
  void brokenJarIsSetAsideAndTheLastGoodVersionStays() throws Exception {
    drop(first);
    events.next(INSTALLED);
    Files.writeString(jar, "no zip");
    PluginEvent broken = events.next(SET_ASIDE);
    assertThat(broken.message())
        .startsWith("'random.jar' is not a readable jar: ")
        .endsWith("; plugin acme.random 1.0.0 stays in use");
    assertNumber(1);

    drop(second);
    events.next(REPLACED);
    assertNumber(2);
    assertThat(states(host)).containsExactly(ACTIVE);
  }

  @Test
  void goodVersionThatComesBackIsSaid() throws Exception {
    drop(first);
    events.next(INSTALLED);
    Files.writeString(jar, "no zip");
    events.next(SET_ASIDE);
    drop(first);
    events.next(INSTALLED);
    assertThat(states(host)).containsExactly(ACTIVE);
  }

  @Test
  void brokenJarThatIsRemovedIsForgotten() throws Exception {
    Files.writeString(jar, "no zip");
    events.next(SET_ASIDE);
    Files.delete(jar);
    assertThat(events.next(REMOVED).message()).endsWith("which was set aside, is gone");
    assertThat(host.plugins()).isEmpty();
  }

  @Test
  void runGoesOnWithWhatItBeganWith() throws Exception {
    drop(first);
    events.next(INSTALLED);
    Extension extension = sampler(host.catalog(), "Random");
    Lease run = extension.provider().lease();
    Garbage loader = new Garbage(run.pluginClass().getClassLoader());
    drop(second);
    events.next(REPLACED);

    assertThat(indices(run, 4)).containsExactly(4, 1);
    try (Lease later = extension.provider().lease()) {
      assertThat(later.pluginClass()).isSameAs(run.pluginClass());
    }
    assertNumber(2);
    assertThat(only(host, DRAINING).owner()).contains(new Owner("acme.random", "1.0.0"));

    run.close();
    assertThat(states(host)).containsExactly(ACTIVE);
    assertThat(loader.isCollected()).isTrue();
  }

  @Test
  void touchedJarIsNoNews() throws Exception {
    drop(first);
    events.next(INSTALLED);
    Looks looks = new Looks();
    drop(first);
    looks.next();
    looks.next();
    assertThat(events.rest()).isEmpty();
    assertThat(states(host)).containsExactly(ACTIVE);
  }

  @Test
  void folderThatIsDeletedIsFollowedAgainWhenItIsBack() throws Exception {
    drop(first);
    events.next(INSTALLED);
    Files.move(folder, temporary.resolve("away"));
    host.install(
        PluginJar.of("acme.other", "1.0.0").sampler("Other", 1).write(built.resolve("o.jar")));
    events.next(INSTALLED);
    assertNumber(1);

    Files.createDirectory(folder);
    drop(second);
    events.next(REPLACED);
    assertNumber(2);
  }

  @Test
  void eventsOfOtherChangesAreToldToo() throws Exception {
    host.install(first);
    events.next(INSTALLED);
    host.uninstall("acme.random");
    events.next(REMOVED);
    host.removeListener(events);
    host.install(first);
    assertThat(events.rest()).isEmpty();
  }

  @Test
  void listenerThatFailsHarmsNobody() throws Exception {
    host.removeListener(events);
    host.addListener(
        event -> {
          throw new IllegalStateException("no");
        });
    host.addListener(events);
    drop(first);
    events.next(INSTALLED);
    drop(second);
    events.next(REPLACED);
  }

  @Test
  void listenerMayCloseTheHost() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    host.addListener(
        event -> {
          host.close();
          closed.countDown();
        });
    drop(first);
    closed.await();
    assertThatThrownBy(host::watch).hasMessage("the plugin host is closed");
  }

  @Test
  void closedHostWatchesNoMore() throws Exception {
    host.watch();
    drop(first);
    host.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("vertebra-plugin-watcher");
  }

  @Test
  void manyReplacementsLeaveNoClassesBehind() throws Exception {
    drop(first);
    events.next(INSTALLED);
    replace(2);
    System.gc();
    int before = loadedClasses();
    replace(REPLACEMENTS);

    assertThat(Garbage.collectUntil(() -> loadedClasses() <= before + LATE_CLASSES))
        .as("%d classes were loaded before, %d after", before, loadedClasses())
        .isTrue();
  }

  private void replace(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      List<Path> jars = List.of(second, first);
      drop(jars.get(i % jars.size()));
      // Not to wait for the next look; what is done is the same.
      host.scan();
      events.next(REPLACED);
      assertNumber(i % 2 == 0 ? 2 : 1);
    }
  }

  private static int loadedClasses() {
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }
}
