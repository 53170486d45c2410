package io.vertebra.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An unpacked distribution with plugins of its own, whose commands are run as processes. */
final class Distribution implements AutoCloseable {
  private static final List<String> SHARED = List.of("lib", "configs", "data");

  private final Path home;
  private final Path folder;

  private Distribution(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  /** Puts a distribution into a folder; libraries are shared with the assembled one. */
  static Distribution in(Path folder) throws IOException {
    Path assembled = Path.of(System.getProperty("vertebra.distribution"));
    Path home = Files.createDirectories(folder.resolve("home"));
    for (String shared : SHARED) {
      Files.createSymbolicLink(home.resolve(shared), assembled.resolve(shared));
    }
    for (String own : List.of("bin", "plugins")) {
      Files.createDirectory(home.resolve(own));
      try (Stream<Path> files = Files.list(assembled.resolve(own))) {
        for (Path file : files.toList()) {
          Files.copy(file, home.resolve(own).resolve(file.getFileName().toString()));
        }
      }
    }
    Files.setPosixFilePermissions(
        home.resolve("bin/vertebra"), PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Distribution(home, folder);
  }

  Path plugins() {
    return home.resolve("plugins");
  }

  Path config() {
    return home.resolve("configs/quickstart.yaml");
  }

  /** Starts a command that stands in the folder. */
  Process start(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(home.resolve("bin/vertebra").toString()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  /** Runs a command to its end. */
  Result run(String... arguments) throws IOException {
    Process process = start(arguments);
    try (BufferedReader reader = process.inputReader()) {
      String out = String.join("\n", reader.lines().toList());
      return new Result(
          process.waitFor(), out, Files.readString(folder.resolve("err.txt")).strip());
    } catch (InterruptedException e) {
      throw new IllegalStateException("a test was interrupted", e);
    }
  }

  /** Reads what a command prints until a line holds a text. */
  static void await(BufferedReader out, String text) {
    try {
      String line = out.readLine();
      while (line != null && !line.contains(text)) {
        line = out.readLine();
      }
      if (line == null) {
        throw new AssertionError("the command ended and never printed '" + text + "'");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the links away, which stand for what others use. */
  @Override
  public void close() throws IOException {
    for (String shared : SHARED) {
      Files.delete(home.resolve(shared));
    }
  }

  /** How a command ended and what it printed. */
  record Result(int code, String out, String err) {}
}
