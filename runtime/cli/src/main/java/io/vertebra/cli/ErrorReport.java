package io.vertebra.cli;

import io.vertebra.engine.data.ImageSizeException;
import io.vertebra.engine.train.NotEnoughMemoryException;
import io.vertebra.engine.train.ScheduleException;
import io.vertebra.host.DeviceException;
import io.vertebra.registry.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Tells the user of a command why it ended. */
final class ErrorReport {
  static final int FAULT = 1;
  static final int USER = 2;

  private final Terminal terminal;

  ErrorReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints an error.
   *
   * @param error the error
   * @param verbose whether the stack trace is wanted in any case
   * @return the exit code
   */
  int report(Throwable error, boolean verbose) {
    Optional<String> message = userMessage(error);
    terminal.out().flush();
    if (message.isPresent()) {
      terminal.err().println("vertebra: " + message.get());
      if (verbose || terminal.debug()) {
        error.printStackTrace(terminal.err());
      }
      return USER;
    }
    error.printStackTrace(terminal.err());
    terminal
        .err()
        .printf(
            "vertebra: unexpected %s. This is a fault of Vertebra %s or of a plugin: please report"
                + " the lines above with the command and the config.%n",
            error.getClass().getSimpleName(), Installation.version());
    return FAULT;
  }

  /** What a user can put right, or empty where the error is none of the user's. */
  static Optional<String> userMessage(Throwable error) {
    if (error instanceof UncheckedIOException e) {
      return Optional.of(message(e.getCause()));
    }
    if (error instanceof IOException e) {
      return Optional.of(message(e));
    }
    boolean users =
        error instanceof ConfigException
            || error instanceof DeviceException
            || error instanceof ImageSizeException
            || error instanceof NotEnoughMemoryException
            || error instanceof ScheduleException
            || error instanceof UserException;
    return users ? Optional.of(error.getMessage()) : Optional.empty();
  }

  /** The message of an error of a file; those of the Java runtime often hold the path alone. */
  static String message(IOException error) {
    if (error instanceof NoSuchFileException e) {
      return "there is no file '" + e.getFile() + "'";
    }
    if (error instanceof AccessDeniedException e) {
      return "access to '" + e.getFile() + "' is denied";
    }
    if (error instanceof NotDirectoryException e) {
      return "'" + e.getFile() + "' is no folder";
    }
    if (error instanceof FileSystemException e && e.getReason() == null) {
      return "'" + e.getFile() + "' cannot be used: " + e.getClass().getSimpleName();
    }
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }
}
