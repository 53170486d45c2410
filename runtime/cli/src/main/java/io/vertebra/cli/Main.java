package io.vertebra.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;

/** The entry of the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the words after {@code vertebra}
   */
  public static void main(String[] args) {
    // What is written must not depend on where: some locales have digits of their own, which
    // neither
    // the names of parameters and files nor the versions of bundles may be made of.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    boolean debug = System.getenv("VERTEBRA_DEBUG") != null;
    if (debug) {
      System.setProperty("org.slf4j.simpleLogger.log.io.vertebra", "debug");
      System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
      System.setProperty("org.slf4j.simpleLogger.showLogName", "true");
    }
    StartTimes.mark("Java runtime started");
    Terminal terminal =
        new Terminal(
            writer(System.out), writer(System.err), Boolean.getBoolean("vertebra.terminal"), debug);
    System.exit(run(terminal, args));
  }

  private static int run(Terminal terminal, String... args) {
    try {
      return Commands.of(terminal, Installation.fromProcess()).execute(args);
    } catch (Error e) {
      // The command line handles exceptions only.
      return new ErrorReport(terminal).report(e, false);
    }
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }
}
