package io.vertebra.cli;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.log.LogLines;
import io.vertebra.engine.log.RemainingTime;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.RunStart;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Shows where training stands, on the last line of a terminal. */
final class ProgressBar implements RunListener {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int WIDTH = 20;

  private final PrintWriter out;
  private final LongSupplier nanos;
  private final RemainingTime remaining = new RemainingTime();
  private long epochStart;
  private long drawn;
  private int firstBatch = -1;
  private int batchSize;
  private double rate = Double.NaN;

  /**
   * Makes a bar.
   *
   * @param out a terminal
   * @param nanos a clock, in nanoseconds
   */
  ProgressBar(PrintWriter out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    this.drawn = nanos.getAsLong() - REDRAW_NANOS;
  }

  @Override
  public void started(RunStart start) {
    batchSize = start.batchSize();
  }

  @Override
  public void logged(Progress progress, Map<String, Double> scalars) {
    rate = scalars.getOrDefault("lr", rate);
  }

  @Override
  public void iteration(Progress progress, Map<String, Double> scalars) {
    long now = nanos.getAsLong();
    if (progress.batch() == 0 || firstBatch < 0) {
      // The first iteration of an epoch waits for its data, so the clock starts at its end.
      epochStart = now;
      firstBatch = progress.batch();
    }
    if (now - drawn >= REDRAW_NANOS || progress.lastOfEpoch()) {
      drawn = now;
      out.print(CLEAR_LINE + text(progress, scalars, now - epochStart));
      out.flush();
    }
  }

  private String text(Progress progress, Map<String, Double> scalars, long epochNanos) {
    int done = progress.batch() + 1;
    int filled = WIDTH * done / progress.epochLength();
    StringBuilder text = new StringBuilder();
    text.append("epoch ").append(progress.epoch() + 1).append('/').append(progress.maxEpochs());
    text.append(" [").append("#".repeat(filled)).append(".".repeat(WIDTH - filled)).append("] ");
    text.append(done).append('/').append(progress.epochLength());
    append(text, "  loss %.4f", scalars.getOrDefault("loss", Double.NaN));
    append(text, "  lr %.2e", rate);
    append(text, "  %.0f images/s", imagesPerSecond(progress, epochNanos));
    return text + "  eta " + LogLines.duration(remaining.estimate(progress));
  }

  private double imagesPerSecond(Progress progress, long epochNanos) {
    double images = (double) batchSize * (progress.batch() - firstBatch);
    return epochNanos == 0 ? Double.NaN : images * 1e9 / epochNanos;
  }

  private static void append(StringBuilder text, String format, double value) {
    if (!Double.isNaN(value)) {
      text.append(String.format(Locale.ROOT, format, value));
    }
  }

  /** Takes the bar away, so that a line can be printed. */
  void clear() {
    out.print(CLEAR_LINE);
  }
}
