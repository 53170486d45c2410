package io.vertebra.cli;

import io.vertebra.engine.train.StopSignal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Lets a run end in order when the process is asked to end, as by Ctrl-C; who asks again ends it at
 * once. A shutdown hook would do for the first, but is not told of the second.
 */
final class Interruption implements AutoCloseable {
  /** What a shell adds to the number of the signal that ended a process. */
  private static final int ENDED_BY_SIGNAL = 128;

  private final StopSignal stop;
  private final PrintWriter err;
  private final List<SignalHook> hooks = new ArrayList<>();
  private volatile Request received;

  /** How a process is asked to end, with the number of the signal. */
  private enum Request {
    HUP(1),
    INT(2),
    TERM(15);

    private final int number;

    Request(int number) {
      this.number = number;
    }

    int exitCode() {
      return ENDED_BY_SIGNAL + number;
    }
  }

  /**
   * Starts to listen.
   *
   * @param stop the signal that the run gets
   * @param err where it is told what happens
   */
  Interruption(StopSignal stop, PrintWriter err) {
    this.stop = stop;
    this.err = err;
    for (Request request : Request.values()) {
      listen(request);
    }
  }

  private void listen(Request request) {
    try {
      hooks.add(SignalHook.listen(request.name(), () -> interrupt(request)));
    } catch (UnsupportedOperationException e) {
      // Then this signal ends the process as it ends any other.
    }
  }

  private void interrupt(Request request) {
    if (received != null) {
      Runtime.getRuntime().halt(request.exitCode());
    }
    received = request;
    stop.interrupt("interrupted");
    err.println(
        "vertebra: the run ends after the present iteration; interrupt again to end it at once");
  }

  /** The exit code that a shell expects of a process that was asked to end, if it was. */
  OptionalInt exitCode() {
    return received == null ? OptionalInt.empty() : OptionalInt.of(received.exitCode());
  }

  @Override
  public void close() {
    hooks.forEach(SignalHook::close);
  }
}
