package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command sets before Java starts, seen by a Java that only prints it. */
final class LauncherEnvironmentIT {
  private static final List<String> VARIABLES =
      List.of(
          "OMP_WAIT_POLICY",
          "GOMP_SPINCOUNT",
          "LD_PRELOAD",
          "MALLOC_CONF",
          "MALLOC_ARENA_MAX",
          "MALLOC_MMAP_THRESHOLD_",
          "MALLOC_TRIM_THRESHOLD_");
  private static final String JAVA =
      """
      #!/bin/sh
      env
      echo "arguments: $*"
      """;

  @TempDir private Path folder;

  private List<String> run(Map<String, String> environment)
      throws IOException, InterruptedException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, JAVA);
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder(Distribution.assembled().words("doctor")).directory(folder.toFile());
    builder.environment().keySet().removeAll(VARIABLES);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().putAll(environment);
    try (Command command = Command.start(builder)) {
      return command.outcome().succeeded().out().lines().toList();
    }
  }

  @Test
  void threadsSleepAndFreedMemoryIsKept() throws IOException, InterruptedException {
    List<String> lines = run(Map.of());
    assertThat(lines)
        .contains(
            "OMP_WAIT_POLICY=passive",
            "GOMP_SPINCOUNT=1000",
            "MALLOC_ARENA_MAX=1",
            "MALLOC_MMAP_THRESHOLD_=50331648",
            "MALLOC_TRIM_THRESHOLD_=4000000000")
        .noneMatch(line -> line.startsWith("MALLOC_CONF="));
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("arguments: ")
                    && line.contains(" -Dvertebra.terminal=false -Dvertebra.columns=80 ")
                    && line.endsWith(" io.vertebra.cli.Main doctor"));
  }

  @Test
  void whatTheUserSaysStays() throws IOException, InterruptedException {
    Map<String, String> said =
        Map.of(
            "OMP_WAIT_POLICY", "active",
            "GOMP_SPINCOUNT", "7",
            "MALLOC_ARENA_MAX", "4",
            "MALLOC_MMAP_THRESHOLD_", "1",
            "MALLOC_TRIM_THRESHOLD_", "2");
    assertThat(run(said))
        .containsAll(
            said.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  @Test
  void anotherAllocatorIsToldInItsOwnWords() throws IOException, InterruptedException {
    // There need be no such library: the loader says so and goes on.
    List<String> lines = run(Map.of("LD_PRELOAD", "libjemalloc.so.none"));
    assertThat(lines)
        .anyMatch(line -> line.startsWith("MALLOC_CONF=background_thread:true,"))
        .noneMatch(line -> line.startsWith("MALLOC_ARENA_MAX="));
  }
}
