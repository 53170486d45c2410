package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Loads damaged configs and texts that never were one. Whatever they hold, they are a tree that
 * prints and reads back, or a ConfigException, with bounded memory and without end neither. {@code
 * -Dvertebra.fuzz=N} sets how many are tried, {@code -Dvertebra.seed=N} the first seed.
 */
final class ConfigFuzzTest {
  private static final int COUNT = Integer.getInteger("vertebra.fuzz", 600);
  private static final int FIRST = Integer.getInteger("vertebra.seed", 0);
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          "\n",
          "\n  ",
          "\t",
          "'",
          "\"",
          "\\",
          "#",
          " #",
          "&a ",
          "*a",
          "<<: ",
          "!",
          "!!str ",
          "!!x/y ",
          "|",
          ">",
          "%",
          "---\n",
          "...\n",
          "? ",
          ",",
          "~",
          "{{",
          "}}",
          "{{_base_.a}}",
          "{{$X:1}}",
          "{{$X}}",
          "{{ fileDirname }}",
          "_base_: main.yaml\n",
          "_delete_: true",
          "_append_: 1",
          "_remove_: 0",
          "_merge_: {0: 1}",
          "\u0000",
          "\uFEFF",
          "\uD800",
          "\uE000",
          "\u2028",
          "1e999",
          "0x",
          "[[[[[[");
  private static final List<String> OPTIONS =
      List.of(
          "a=1",
          "a.b.0=(1,2",
          "model.head={_delete_: true}",
          "pipeline._remove_=0",
          "x.\"y=1",
          "=");

  /** Bytes that a case may allocate, garbage counted too, and that all of them may leave. */
  private static final long MOST_BYTES = 200_000_000;

  /** Only a hang takes so long. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void damagedConfigsNeverEndInAnythingButAProblem() throws Exception {
    List<Path> files = seeds();
    long atStart = heap();
    for (int seed = FIRST; seed < FIRST + COUNT; seed++) {
      Random random = new Random(seed);
      Path file = files.get(random.nextInt(files.size()));
      String text =
          random.nextInt(4) == 0 ? garbage(random) : damaged(Files.readString(file), random);
      List<String> options = options(random);
      String again = "-Dvertebra.fuzz=1 -Dvertebra.seed=" + seed;
      assertTimeoutPreemptively(PATIENCE, () -> measure(file, text, options, again), again);
    }
    assertThat(heap() - atStart).isLessThan(MOST_BYTES);
  }

  private void measure(Path file, String text, List<String> options, String again) {
    long before = threads.getCurrentThreadAllocatedBytes();
    check(file, text, options, again);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).as(again).isLessThan(MOST_BYTES);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static List<Path> seeds() throws IOException, URISyntaxException {
    Path root = Path.of(ConfigFuzzTest.class.getResource("/golden/parts/config").toURI());
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(p -> p.toString().matches(".*\\.(yaml|json)"))
          .filter(p -> !p.endsWith("cases.json"))
          .sorted()
          .toList();
    }
  }

  private static List<String> options(Random random) {
    return random.nextInt(4) == 0
        ? List.of(damaged(OPTIONS.get(random.nextInt(OPTIONS.size())), random))
        : List.of();
  }

  private static void check(Path file, String text, List<String> options, String again) {
    try {
      MappingNode config = new ConfigLoader(name -> null).loadText(file, text, options);
      checkPrinted(config, again);
    } catch (ConfigException e) {
      assertThat(e.problems()).as(again).isNotEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      fail(again + "\n" + text + "\n" + options, e);
    }
  }

  private static void checkPrinted(MappingNode config, String again) {
    String printed = ConfigWriter.yaml(config);
    Object read = config.toObject();
    ConfigLoader loader = new ConfigLoader(name -> null);
    assertThat(loader.loadText(Path.of("x.yaml"), printed, List.of()).toObject())
        .as(again)
        .isEqualTo(read);
    String json = ConfigWriter.json(config);
    MappingNode fromJson = loader.loadText(Path.of("x.json"), json, List.of());
    assertThat(ConfigWriter.json(fromJson)).as(again).isEqualTo(json);
  }

  private static String garbage(Random random) {
    StringBuilder garbage = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> garbage.append((char) random.nextInt(0x10000));
        case 1 -> garbage.append((char) (' ' + random.nextInt(95)));
        default -> garbage.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return garbage.toString();
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      damage(damaged, random);
    }
    return damaged.toString();
  }

  private static void damage(StringBuilder text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(20));
    switch (random.nextInt(5)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(from, text.substring(from, to).repeat(random.nextInt(4)));
      case 2 -> text.insert(from, (char) random.nextInt(0x250));
      case 3 -> text.setLength(Math.max(from, text.length() / 2));
      default -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
    }
  }
}
