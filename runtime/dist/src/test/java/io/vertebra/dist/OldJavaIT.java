package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with a Java that it cannot use: a script that answers as an old one does. */
final class OldJavaIT {
  private static final String JAVA_11 =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then
        echo 'openjdk version "11.0.2" 2019-01-15' >&2
        exit
      fi
      echo 'Error: LinkageError occurred while loading main class io.vertebra.cli.Main' >&2
      exit 1
      """;
  private static final String REMEDY = "set JAVA_HOME to the folder of a Java 17 or newer.\n";

  @TempDir private Path folder;

  private Path oldJava(String text) throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, text);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return folder.resolve("jdk");
  }

  private Outcome run(String javaHome, String path) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Distribution.assembled().words("--version")).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", javaHome);
    builder.environment().put("PATH", path);
    try (Command command = Command.start(builder)) {
      return command.outcome();
    }
  }

  private static void assertRefused(Outcome outcome, String message) {
    outcome.wasRefused(message);
    assertThat(outcome.err()).isEqualTo("vertebra: " + message + REMEDY);
  }

  @Test
  void theOneInJavaHomeIsNamed() throws IOException, InterruptedException {
    Path home = oldJava(JAVA_11);
    assertRefused(
        run(home.toString(), System.getenv("PATH")),
        "the Java in JAVA_HOME, '%s/bin/java', is of version 11.0.2, but 17 or newer is needed; "
            .formatted(home));
  }

  @Test
  void theOneOnThePathIsNamed() throws IOException, InterruptedException {
    Path home = oldJava(JAVA_11.replace("11.0.2", "1.8.0_292"));
    assertRefused(
        run("", home.resolve("bin") + ":" + System.getenv("PATH")),
        "the Java on the PATH, '%s/bin/java', is of version 1.8.0_292, but 17 or newer is needed; "
            .formatted(home));
  }

  @Test
  void theOneThatDoesNotStartIsNamed() throws IOException, InterruptedException {
    Path home = oldJava("#!/bin/sh\nexit 1\n");
    assertRefused(
        run(home.toString(), System.getenv("PATH")),
        "the Java in JAVA_HOME, '%s/bin/java', is of an unknown version, but 17 or newer is needed; "
            .formatted(home));
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws IOException, InterruptedException {
    assertRefused(
        run(folder.toString(), System.getenv("PATH")),
        "JAVA_HOME is '%s', but there is no bin/java in it; ".formatted(folder));
  }
}
