package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.train.StopSignal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Signals are sent to processes of their own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no command to send a signal")
final class InterruptionTest {
  private static final int TERMINATED = 128 + 15;

  /** A run that ends when its input does. */
  static final class Program {
    private Program() {}

    /** Listens, says so, and waits. */
    public static void main(String[] arguments) throws IOException {
      StopSignal stop = new StopSignal();
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      int exitCode;
      try (Interruption interruption = new Interruption(stop, out)) {
        out.println("listening");
        while (System.in.read() >= 0) {}
        out.println("stopped: " + stop.reason().orElse("not at all"));
        exitCode = interruption.exitCode().orElse(0);
      }
      System.exit(exitCode);
    }
  }

  private static Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), Program.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void terminate(Process process) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void aSignalStopsTheRunInOrder() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("listening");
      terminate(process);
      assertThat(out.readLine()).contains("ends after the present iteration");
      process.getOutputStream().close();
      assertThat(out.readLine()).isEqualTo("stopped: interrupted");
      assertThat(exitCode(process)).isEqualTo(TERMINATED);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aSecondSignalEndsItAtOnce() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("listening");
      terminate(process);
      assertThat(out.readLine()).contains("interrupt again to end it at once");
      terminate(process);
      assertThat(exitCode(process)).isEqualTo(TERMINATED);
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aRunThatEndsByItselfIsNoInterruption() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader out = process.inputReader()) {
      process.getOutputStream().close();
      assertThat(out.readLine()).isEqualTo("listening");
      assertThat(out.readLine()).isEqualTo("stopped: not at all");
      assertThat(exitCode(process)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
