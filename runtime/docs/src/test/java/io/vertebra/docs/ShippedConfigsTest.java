package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigWriter;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each config that is shipped suits the plugins of this build, whether its data are there or not;
 * and damage to it is a problem, never a failure. {@code -Dvertebra.fuzz=N} sets how many damaged
 * ones are tried, {@code -Dvertebra.seed=N} the first seed.
 */
final class ShippedConfigsTest {
  private static final int COUNT = Integer.getInteger("vertebra.fuzz", 200);
  private static final int FIRST = Integer.getInteger("vertebra.seed", 0);

  /** Bytes that a case may allocate, garbage counted too. */
  private static final long MOST_BYTES = 200_000_000;

  /** Only a hang takes so long. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private static Path folder;
  private static Vertebra vertebra;

  @BeforeAll
  static void open() throws IOException {
    vertebra = BuiltPlugins.open(BuiltPlugins.copyTo(folder.resolve("plugins")));
  }

  @AfterAll
  static void close() {
    vertebra.close();
  }

  private static List<Path> configs() throws IOException {
    return ShippedConfigs.whole();
  }

  @Test
  void theQuickstartIsAmongThem() throws IOException {
    assertThat(configs()).extracting(Path::getFileName).contains(Path.of("quickstart.yaml"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configs")
  void isWithoutMistakes(Path config) {
    vertebra.experiment(new ConfigLoader().load(config, List.of())).close();
  }

  @Test
  void damagedOnesNeverEndInAnythingButAProblem() throws IOException {
    List<String> texts =
        configs().stream()
            .map(file -> ConfigWriter.yaml(new ConfigLoader().load(file, List.of())))
            .toList();
    for (int seed = FIRST; seed < FIRST + COUNT; seed++) {
      Random random = new Random(seed);
      String text = new LineDamage(random).to(texts.get(random.nextInt(texts.size())));
      String again = "-Dvertebra.fuzz=1 -Dvertebra.seed=" + seed;
      assertTimeoutPreemptively(PATIENCE, () -> measure(text, again), again);
    }
  }

  private static void measure(String text, String again) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    check(text, again);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).as(again).isLessThan(MOST_BYTES);
  }

  private static void check(String text, String again) {
    try {
      MappingNode config = new ConfigLoader().loadText(Path.of("x.yaml"), text, List.of());
      vertebra.experiment(config).close();
    } catch (ConfigException e) {
      assertThat(e.problems()).as(again).isNotEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      fail(again + "\n" + text, e);
    }
  }
}
