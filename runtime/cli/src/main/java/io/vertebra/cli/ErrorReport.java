package io.vertebra.cli;

import ai.djl.engine.EngineException;
import io.vertebra.engine.data.ImageSizeException;
import io.vertebra.engine.optim.ScheduleException;
import io.vertebra.engine.train.NotEnoughMemoryException;
import io.vertebra.engine.train.NotFiniteException;
import io.vertebra.engine.train.PartRefusalException;
import io.vertebra.host.DeviceException;
import io.vertebra.registry.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
      return Optional.of(message(e));
    }
    if (error instanceof IOException e) {
      return Optional.of(message(e));
    }
    if (error instanceof OutOfMemoryError) {
      return Optional.of(
          ("there is not enough memory (%s); give a smaller batch_size, or more memory, of which"
                  + " Java takes what VERTEBRA_JAVA_OPTS=-Xmx8g says")
              .formatted(error.getMessage()));
    }
    Optional<String> computed = libraryMessage(error).or(() -> NetworkMismatch.message(error));
    if (computed.isPresent()) {
      return computed;
    }
    boolean users =
        error instanceof ConfigException
            || error instanceof DeviceException
            || error instanceof ImageSizeException
            || error instanceof NotEnoughMemoryException
            || error instanceof NotFiniteException
            || error instanceof PartRefusalException
            || error instanceof ScheduleException
            || error instanceof UserException;
    return users ? Optional.of(error.getMessage()) : Optional.empty();
  }

  /** Says why the native library could not be unpacked or loaded, if that is what went wrong. */
  private static Optional<String> libraryMessage(Throwable error) {
    return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
        .filter(EngineException.class::isInstance)
        .filter(
            each ->
                each.getCause() instanceof IOException
                    || each.getCause() instanceof UnsatisfiedLinkError)
        .findFirst()
        .map(
            each ->
                "%s (%s); DJL_CACHE_DIR names the folder that it is unpacked to"
                    .formatted(each.getMessage(), each.getCause().getMessage()));
  }

  /** Who wraps an error of a file may have put its message into a longer one. */
  private static String message(UncheckedIOException error) {
    IOException cause = error.getCause();
    boolean holdsMore =
        cause.getMessage() != null
            && error.getMessage().contains(cause.getMessage())
            && !error.getMessage().equals(cause.toString());
    return holdsMore ? error.getMessage() : message(cause);
  }

  /** The message of an error of a file; those of the Java runtime often hold the path alone. */
  static String message(IOException error) {
    if (error instanceof NoSuchFileException e) {
      return "there is no file '" + e.getFile() + "'";
    }
    if (error instanceof AccessDeniedException e) {
      return "access to '" + e.getFile() + "' is denied";
    }
    if (error instanceof FileAlreadyExistsException e) {
      return "'" + e.getFile() + "' is there already, and is no folder";
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
