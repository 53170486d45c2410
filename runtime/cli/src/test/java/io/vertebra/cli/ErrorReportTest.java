package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
