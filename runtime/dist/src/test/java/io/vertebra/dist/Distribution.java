package io.vertebra.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** A copy whose plugins can be changed; what is large in it are links. */
  Distribution copyTo(Path folder) throws IOException {
    Path copy = Files.createDirectories(folder);
    for (String part : List.of("configs", "data")) {
      Files.createSymbolicLink(copy.resolve(part), home.resolve(part));
    }
    copyFiles("bin", copy);
    copyFiles("plugins", copy);
    Path lib = Files.createDirectory(copy.resolve("lib"));
    for (Path jar : list(home.resolve("lib"))) {
      Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
    }
    return new Distribution(copy);
  }

  private void copyFiles(String part, Path copy) throws IOException {
    Path target = Files.createDirectory(copy.resolve(part));
    for (Path file : list(home.resolve(part))) {
      Files.copy(file, target.resolve(file.getFileName()));
    }
    list(target).forEach(file -> file.toFile().setExecutable(true));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  Path plugins() {
    return home.resolve("plugins");
  }

  /** The jar of a plugin, by the beginning of its name. */
  Path plugin(String name) throws IOException {
    return list(plugins()).stream()
        .filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
        .findFirst()
        .orElseThrow();
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
    List<String> words = new ArrayList<>(List.of(home.resolve("bin/vertebra").toString()));
    words.addAll(List.of(arguments));
    return Command.start(words, workDirectory);
  }
}
