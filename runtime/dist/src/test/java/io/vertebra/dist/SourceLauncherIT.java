package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the source tree, in a tree that looks like it, with a Maven that only notes. */
final class SourceLauncherIT {
  private static final String BUILT =
      """
      #!/bin/sh
      echo "built $*"
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo call >>"$MAVEN_CALLS"
      if [ -e pom.xml.broken ]; then
        echo "the compiler is not content"
        exit 1
      fi
      mkdir -p runtime/dist/target/vertebra-1/bin
      cp built.sh runtime/dist/target/vertebra-1/bin/vertebra
      """;

  @TempDir private Path root;

  @BeforeEach
  void makeTree() throws IOException {
    for (String folder : List.of("api/src/main", "registry", "plugins", "runtime", "configs")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.createFile(root.resolve("pom.xml"));
    Files.createFile(root.resolve("api/src/main/A.java"));
    script("built.sh", BUILT);
    script("path/mvn", MAVEN);
    Path launcher = Distribution.assembled().home().resolve("../../../vertebra").normalize();
    script("runtime/vertebra", Files.readString(launcher));
    String javaCheck = "dist/src/lib/java.sh";
    script("runtime/" + javaCheck, Files.readString(launcher.resolveSibling(javaCheck)));
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
  }

  private void script(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Outcome run() throws IOException, InterruptedException {
    return run(Map.of());
  }

  private Outcome run(Map<String, String> environment) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(root.resolve("runtime/vertebra").toString(), "plugins", "a b");
    builder.directory(root.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("MAVEN_CALLS", root.resolve("calls").toString());
    builder.environment().merge("PATH", "", (path, none) -> root.resolve("path") + ":" + path);
    try (Command command = Command.start(builder)) {
      return command.outcome();
    }
  }

  private int mavenCalls() throws IOException {
    return Files.readAllLines(root.resolve("calls")).size();
  }

  @Test
  void whatIsUpToDateIsNotBuiltAgain() throws IOException, InterruptedException {
    assertThat(run().succeeded().out()).isEqualTo("built plugins a b\n");
    assertThat(mavenCalls()).isEqualTo(1);
    Outcome second = run().succeeded();
    assertThat(second.out()).isEqualTo("built plugins a b\n");
    assertThat(second.err()).isEmpty();
    assertThat(mavenCalls()).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsBuilt() throws IOException, InterruptedException {
    run().succeeded();
    Files.setLastModifiedTime(
        root.resolve("api/src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));
    run().succeeded();
    assertThat(mavenCalls()).isEqualTo(2);
  }

  @Test
  void aBuildThatFailsShowsItsOutput() throws IOException, InterruptedException {
    Files.createFile(root.resolve("pom.xml.broken"));
    Outcome outcome = run();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("the compiler is not content", "the build failed");
  }

  @Test
  void anOldJavaIsRefusedBeforeTheBuild() throws IOException, InterruptedException {
    script("jdk/bin/java", "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    Path jdk = root.resolve("jdk");
    run(Map.of("JAVA_HOME", jdk.toString()))
        .wasRefused("'" + jdk + "/bin/java', is of version 11.0.2, but 17 or newer is needed");
    assertThat(root.resolve("calls")).doesNotExist();
  }
}
