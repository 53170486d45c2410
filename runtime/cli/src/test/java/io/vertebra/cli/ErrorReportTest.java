package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ErrorReportTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);

  private int run(String... args) {
    return Commands.of(terminal, new Installation(Path.of("no-such-folder"))).execute(args);
  }

  @Test
  void tellsUsersOneLineAndNoStackTrace() {
    int code = new ErrorReport(terminal).report(new IOException("the disk is full"), false);
    assertThat(code).isEqualTo(2);
    assertThat(err).hasToString("vertebra: the disk is full\n");
  }

  @Test
  void wordsErrorsOfFilesThatTheRuntimeDoesNot() {
    assertThat(ErrorReport.message(new NoSuchFileException("a.txt")))
        .isEqualTo("there is no file 'a.txt'");
    assertThat(ErrorReport.message(new AccessDeniedException("a.txt")))
        .isEqualTo("access to 'a.txt' is denied");
  }

  @Test
  void takesTheLongerMessageOfAnErrorOfAFileThatIsWrapped() {
    IOException full = new IOException("the disk is full");
    assertThat(ErrorReport.userMessage(new UncheckedIOException("no log: the disk is full", full)))
        .contains("no log: the disk is full");
    assertThat(ErrorReport.userMessage(new UncheckedIOException("no checkpoint", full)))
        .contains("the disk is full");
    assertThat(ErrorReport.userMessage(new UncheckedIOException(full)))
        .contains("the disk is full");
    assertThat(ErrorReport.userMessage(new UncheckedIOException(new NoSuchFileException("a.txt"))))
        .contains("there is no file 'a.txt'");
  }

  @Test
  void saysWhatToDoWhereJavaLacksMemory() {
    assertThat(ErrorReport.userMessage(new OutOfMemoryError("Java heap space")).orElseThrow())
        .contains("(Java heap space)", "batch_size", "VERTEBRA_JAVA_OPTS=-Xmx");
  }

  @Test
  void saysWhyTheNativeLibraryIsNotThere() {
    EngineException failure =
        new EngineException("Failed to extract it", new IOException("No space left on device"));
    assertThat(ErrorReport.userMessage(new IllegalStateException(failure)).orElseThrow())
        .startsWith("Failed to extract it (No space left on device); ")
        .contains("DJL_CACHE_DIR");
    assertThat(ErrorReport.userMessage(new EngineException("shapes do not match"))).isEmpty();
  }

  @Test
  void showsTheStackTraceOfAFault() {
    int code = new ErrorReport(terminal).report(new IllegalStateException("broken"), false);
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("at io.vertebra.cli").contains("please report");
  }

  @Test
  void namesTheCommandThatIsMeant() {
    assertThat(run("trian")).isEqualTo(2);
    assertThat(err.toString()).contains("train").contains("See 'vertebra --help'");
  }

  @Test
  void asksForAMissingCommand() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("a command is missing: one of").contains("predict");
  }

  @Test
  void needsAFolderOfPlugins() {
    assertThat(run("plugins")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no folder of plugins");
  }

  @Test
  void refusesAResultFileOfAnotherFormat() {
    assertThat(run("predict", "a.safetensors", "b.png", "--out", "c.txt")).isEqualTo(2);
    assertThat(err.toString()).contains("has to end with .json or .csv");
  }
}
