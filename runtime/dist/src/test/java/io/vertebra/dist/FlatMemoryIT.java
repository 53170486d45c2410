package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The memory of a run with all features does not grow over two thousand iterations. The heap of its
 * Java runtime is of one size and touched at the start, so that what the process occupies grows
 * with native memory alone.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "others do not tell the memory of a process")
@EnabledIfSystemProperty(
    named = "vertebra.nightly",
    matches = "true",
    disabledReason = "takes minutes: -Pnightly")
final class FlatMemoryIT {
  private static final int WARM_UP = 600;
  private static final int COUNTED = 2_000;
  private static final int PATIENCE_SECONDS = 900;
  private static final double LARGEST_GROWTH_MB = 16;

  @TempDir private Path folder;

  @Test
  void doesNotGrow() throws IOException, InterruptedException {
    Distribution distribution = Distribution.assembled();
    ProcessBuilder builder =
        new ProcessBuilder(
                distribution.words(
                    "train",
                    FullConfig.write(distribution, folder),
                    "--work-dir",
                    "work",
                    "--cfg-options",
                    "train_cfg.by_epoch=false",
                    "train_cfg.max_epochs=null",
                    "train_cfg.max_iters=" + (WARM_UP + COUNTED),
                    "train_cfg.val_interval=200",
                    "param_scheduler.1.end=" + COUNTED,
                    "param_scheduler.1.by_epoch=false",
                    "default_hooks.checkpoint.by_epoch=false",
                    "default_hooks.checkpoint.interval=200"))
            .directory(folder.toFile());
    builder.environment().put("VERTEBRA_JAVA_OPTS", "-Xms384m -Xmx384m -XX:+AlwaysPreTouch");
    try (Command command = Command.start(builder)) {
      command.outcome(PATIENCE_SECONDS).succeeded();
    }
    List<double[]> points = memoryAfterWarmUp();
    assertThat(points).hasSizeGreaterThan(COUNTED / 20);
    double growth = slope(points) * COUNTED;
    String course =
        "from %.0f to %.0f MB".formatted(points.get(0)[1], points.get(points.size() - 1)[1]);
    report(
        "over %d iterations memory goes %s; the line through it rises by %.1f MB"
            .formatted(COUNTED, course, growth));
    assertThat(growth).as(course).isLessThan(LARGEST_GROWTH_MB);
  }

  @SuppressWarnings("SystemOut") // A figure to look at from night to night.
  private static void report(String line) {
    System.out.println(line);
  }

  /** Pairs of iterations and MB. */
  private List<double[]> memoryAfterWarmUp() throws IOException {
    List<double[]> points = new ArrayList<>();
    for (String line : Files.readAllLines(scalars())) {
      JsonObject record = JsonParser.parseString(line).getAsJsonObject();
      double iteration = record.get("iter").getAsDouble();
      if (record.has("memory") && iteration > WARM_UP) {
        points.add(new double[] {iteration, record.get("memory").getAsDouble()});
      }
    }
    return points;
  }

  private Path scalars() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
      return files.filter(file -> file.endsWith("scalars.jsonl")).findFirst().orElseThrow();
    }
  }

  /** The slope of the line of least squares. */
  private static double slope(List<double[]> points) {
    double meanX = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
    double meanY = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
    double xy = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
    double xx = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
    return xy / xx;
  }
}
