package io.vertebra.cli;

import java.util.function.LongConsumer;

/** Shows on a terminal how much of a file has come. */
final class DownloadProgress implements LongConsumer {
  private static final long MEGABYTE = 1_000_000;

  private final Terminal terminal;
  private long shown;

  DownloadProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void accept(long bytes) {
    if (terminal.interactive() && bytes / MEGABYTE != shown) {
      shown = bytes / MEGABYTE;
      terminal.err().print("\r" + shown + " MB");
      terminal.err().flush();
    }
  }
}
