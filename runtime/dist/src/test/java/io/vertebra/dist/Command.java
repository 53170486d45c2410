package io.vertebra.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that runs as a process of its own, with its output in files. */
final class Command implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path folder;

  private Command(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts a command.
   *
   * @param words the program and its arguments
   * @param workDirectory where it runs
   * @return the command, owned by the caller
   */
  static Command start(List<String> words, Path workDirectory) throws IOException {
    return start(new ProcessBuilder(words).directory(workDirectory.toFile()));
  }

  /** Starts what a builder describes. */
  static Command start(ProcessBuilder builder) throws IOException {
    Path folder = Files.createTempDirectory("vertebra-command");
    Process process =
        builder
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    return new Command(process, folder);
  }

  /** Waits for the end. */
  Outcome outcome() throws IOException, InterruptedException {
    return outcome(PATIENCE_SECONDS);
  }

  /** Waits for the end of a command that takes its time. */
  Outcome outcome(int patienceSeconds) throws IOException, InterruptedException {
    assertThat(process.waitFor(patienceSeconds, TimeUnit.SECONDS))
        .as("the command ends within %d s", patienceSeconds)
        .isTrue();
    return new Outcome(process.exitValue(), out(), Files.readString(folder.resolve("err")));
  }

  /** Waits for the end, at most for a time; tells whether it came. */
  boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
    return process.waitFor(time, unit);
  }

  /** Waits until the output so far holds a text. */
  void awaitOutput(String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!out().contains(text)) {
      boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
      assertThat(ended && !out().contains(text))
          .as("ended without '%s': %s", text, out() + Files.readString(folder.resolve("err")))
          .isFalse();
      assertThat(System.nanoTime()).as("'%s' comes in time", text).isLessThan(deadline);
    }
  }

  /** Ends the process at once, as {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
  }

  /** Sends a signal to the process, such as {@code INT}, which is Ctrl-C. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(folder.resolve("out"));
    Files.deleteIfExists(folder.resolve("err"));
    Files.deleteIfExists(folder);
  }
}
