package io.vertebra.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** The entry of the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the words after {@code vertebra}
   */
  public static void main(String[] args) {
    boolean debug = System.getenv("VERTEBRA_DEBUG") != null;
    if (debug) {
      System.setProperty("org.slf4j.simpleLogger.log.io.vertebra", "debug");
    }
    StartTimes.mark("Java runtime started");
    Terminal terminal =
        new Terminal(
            writer(System.out), writer(System.err), Boolean.getBoolean("vertebra.terminal"), debug);
    System.exit(Commands.of(terminal, Installation.fromProcess()).execute(args));
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }
}
