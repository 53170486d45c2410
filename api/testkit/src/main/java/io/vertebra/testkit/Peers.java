package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Python that has a package which results are compared with.
 *
 * @param python the interpreter
 */
public record Peers(String python) {
  private static final Path ENVIRONMENT = Path.of("target", "peers");

  /**
   * Finds the Python that {@code -Dvertebra.peers.python} names, or else makes an environment with
   * the package. Where neither works the test is skipped, which is said on the console too.
   *
   * @param packageName the package with its version, as pip takes it
   * @return the Python
   * @throws IOException if the environment cannot be written
   * @throws InterruptedException if the thread is interrupted while pip works
   */
  public static Peers python(String packageName) throws IOException, InterruptedException {
    String named = System.getProperty("vertebra.peers.python");
    if (named != null) {
      return new Peers(named);
    }
    Path own = ENVIRONMENT.resolve("bin/python");
    if (!Files.exists(ENVIRONMENT.resolve("installed"))) {
      require("python3", "-m", "venv", ENVIRONMENT.toString());
      require(own.toString(), "-m", "pip", "install", "--quiet", packageName);
      Files.createFile(ENVIRONMENT.resolve("installed"));
    }
    return new Peers(own.toString());
  }

  private static void require(String... words) throws InterruptedException {
    String command = String.join(" ", words);
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String output = text(process);
      if (process.waitFor() != 0) {
        skip(command + ": " + output.strip());
      }
    } catch (IOException e) {
      skip(command + ": " + e.getMessage());
    }
  }

  @SuppressWarnings("SystemOut") // Whoever asks for peers must see that there was none.
  private static void skip(String reason) {
    System.out.println("peers: skipped a comparison: " + reason);
    abort(reason);
  }

  /**
   * Runs a script.
   *
   * @param arguments the script and its arguments
   * @return what it printed
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the thread is interrupted while it runs
   */
  public String run(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(python));
    words.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = text(process);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
