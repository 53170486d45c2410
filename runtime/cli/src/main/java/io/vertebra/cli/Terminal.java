package io.vertebra.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/**
 * Where commands write to.
 *
 * @param out results
 * @param err messages
 * @param interactive whether a person sees {@code out} as it comes, on a terminal
 * @param debug whether stack traces are wanted
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, boolean debug) {
  Terminal {
    requireNonNull(out, "out is null");
    requireNonNull(err, "err is null");
  }
}
