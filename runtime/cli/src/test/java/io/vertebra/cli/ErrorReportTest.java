package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class ErrorReportTest {
  private final StringWriter err = new StringWriter();
  private final ErrorReport errors =
      new ErrorReport(
          new Terminal(
              new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, false));

  @Test
  void whatAUserCanPutRightIsOneMessage() {
    assertThat(errors.report(new UserException("choose another folder"), false)).isEqualTo(2);
    assertThat(err.toString()).isEqualToIgnoringNewLines("vertebra: choose another folder");
  }

  @Test
  void verboseAddsTheStackTrace() {
    assertThat(errors.report(new UserException("choose another folder"), true)).isEqualTo(2);
    assertThat(err.toString()).contains("at io.vertebra.cli.ErrorReportTest");
  }

  @Test
  void messagesOfFilesSayWhatIsWrong() {
    assertThat(ErrorReport.message(new NoSuchFileException("a.yaml")))
        .isEqualTo("there is no file 'a.yaml'");
    assertThat(ErrorReport.message(new AccessDeniedException("a.yaml")))
        .isEqualTo("access to 'a.yaml' is denied");
    assertThat(ErrorReport.userMessage(new UncheckedIOException(new IOException("cut short"))))
        .contains("cut short");
  }

  @Test
  void aFaultShowsWhereItHappened() {
    assertThat(errors.report(new IllegalStateException("odd"), false)).isEqualTo(1);
    assertThat(err.toString())
        .contains("at io.vertebra.cli.ErrorReportTest")
        .contains("unexpected IllegalStateException");
  }
}
