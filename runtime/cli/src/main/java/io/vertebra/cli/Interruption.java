package io.vertebra.cli;

import io.vertebra.engine.train.StopSignal;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Lets a run end in order when the process is asked to end, as by Ctrl-C; who asks again ends it at
 * once. A shutdown hook would do for the first, but is not told of the second.
 */
final class Interruption implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** What a shell adds to the number of the signal that ended a process. */
  private static final int ENDED_BY_SIGNAL = 128;

  private final StopSignal stop;
  private final PrintWriter err;
  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private volatile Signal received;

  /**
   * Starts to listen.
   *
   * @param stop the signal that the run gets
   * @param err where it is told what happens
   */
  Interruption(StopSignal stop, PrintWriter err) {
    this.stop = stop;
    this.err = err;
    SIGNALS.forEach(this::listen);
  }

  private void listen(String name) {
    try {
      Signal signal = new Signal(name);
      before.put(signal, Signal.handle(signal, this::interrupt));
    } catch (IllegalArgumentException e) {
      // The system has no such signal, or Java was told to leave it alone.
    }
  }

  private void interrupt(Signal signal) {
    if (received != null) {
      Runtime.getRuntime().halt(exitCode(signal));
    }
    received = signal;
    stop.interrupt("interrupted");
    err.println(
        "vertebra: the run ends after the present iteration; interrupt again to end it at once");
  }

  /** The exit code that a shell expects of a process that was asked to end, if it was. */
  OptionalInt exitCode() {
    return received == null ? OptionalInt.empty() : OptionalInt.of(exitCode(received));
  }

  private static int exitCode(Signal signal) {
    return ENDED_BY_SIGNAL + signal.getNumber();
  }

  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
