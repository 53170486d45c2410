package io.vertebra.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder as it is handed to a user.
 *
 * @param home the folder, which has {@code bin/vertebra}
 */
record Distribution(Path home) {
  /** The folder that this build assembled. */
  static Distribution assembled() {
    return new Distribution(Path.of(System.getProperty("vertebra.distribution")));
  }

  /** A copy whose plugins can be added and removed; files are links, and stay as they are. */
  Distribution copyTo(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(home.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.createLink(copy, file);
        }
      }
    }
    return new Distribution(folder);
  }

  Path plugins() {
    return home.resolve("plugins");
  }

  /** The jar of a plugin, by the beginning of its name. */
  Path plugin(String name) throws IOException {
    try (Stream<Path> jars = Files.list(plugins())) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The config of the first training, LeNet-5 on the images that are shipped. */
  String quickstart() {
    return home.resolve("configs/quickstart.yaml").toString();
  }

  /**
   * Runs {@code bin/vertebra} to its end.
   *
   * @param workDirectory where it runs
   * @param arguments its arguments
   */
  Outcome run(Path workDirectory, String... arguments) throws IOException, InterruptedException {
    try (Command command = start(workDirectory, arguments)) {
      return command.outcome();
    }
  }

  /** Starts {@code bin/vertebra}; the command is owned by the caller. */
  Command start(Path workDirectory, String... arguments) throws IOException {
    return Command.start(words(arguments), workDirectory);
  }

  /**
   * Runs {@code bin/vertebra} under a limit of the shell to its end.
   *
   * @param limit what the shell is told, such as {@code -f 256}
   * @param environment variables that it gets besides those of this process
   * @param workDirectory where it runs
   * @param arguments its arguments
   */
  Outcome runLimited(
      String limit, Map<String, String> environment, Path workDirectory, String... arguments)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of("sh", "-c", "ulimit " + limit + " && exec \"$0\" \"$@\""));
    words.addAll(words(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(workDirectory.toFile());
    builder.environment().putAll(environment);
    try (Command command = Command.start(builder)) {
      return command.outcome();
    }
  }

  /** The words of a command line. */
  List<String> words(String... arguments) {
    List<String> words = new ArrayList<>(List.of(home.resolve("bin/vertebra").toString()));
    words.addAll(List.of(arguments));
    return words;
  }
}
